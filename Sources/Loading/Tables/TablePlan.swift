import Schema
import Source
import Store

/// What is to be read from one file: the columns of its header bound to the fields of its entity.
struct TablePlan {
  var bindings: [ColumnBinding] = []
  /// Columns that expressions read, by name.
  var rawColumns: [String: Int] = [:]
  var findings = FindingLog()

  private let header: [String]
  private let source: TableSource
  private let entity: Entity
  /// Columns that no field of their own name may take.
  private var claimed: Set<Int> = []
  /// Columns that something reads.
  private var used: Set<Int> = []

  /// - Parameters:
  ///   - header: the names of the columns.
  ///   - source: the entity's declaration and what surrounds it.
  init(header: [String], source: TableSource) throws(Diagnostics) {
    self.header = header
    self.source = source
    entity = source.entity
    try bindDeclared()
    bindByName()
    try requireKey()
    noteColumns()
  }

  /// Binds what the manifest says of single fields.
  private mutating func bindDeclared() throws(Diagnostics) {
    for declared in source.manifest.fields {
      guard let field = entity.field(declared.name) else { continue }
      var binding = ColumnBinding(field: field, format: format(of: declared.name, declared))
      binding.infersType = source.inferred.contains(declared.name)
      switch declared.source ?? .column(declared.name) {
      case .column(let name): binding.columns = [try position(of: name, for: declared.name)]
      case .columns(let names):
        for name in names { binding.columns.append(try position(of: name, for: declared.name)) }
      case .expression(let text):
        binding.expression = text
        for name in source.expressionColumns[text] ?? [] {
          if source.numbersRows, name == RowNumber.name, !header.contains(name) { continue }
          rawColumns[name] = try position(of: name, for: declared.name)
        }
      }
      // The parts of a link's key may each be a field of their own too.
      if binding.columns.count == 1 { claimed.formUnion(binding.columns) }
      used.formUnion(binding.columns)
      bindings.removeAll { $0.field.name == declared.name }
      bindings.append(binding)
    }
  }

  /// Binds the other fields to columns of their names that nothing else has taken.
  private mutating func bindByName() {
    let places = source.schema.roles.places
    for field in entity.fields where !bindings.contains(where: { $0.field.name == field.name }) {
      if source.numbersRows, field.name == RowNumber.name { continue }
      guard let column = find(field.name), !claimed.contains(column) else { continue }
      let isKey = entity.key.contains(field.name)
      if let target = field.linkTarget, !source.present.contains(target) {
        if target != places {
          note(.linkWithoutTarget, field: field.name, ["target": target], column: column)
        }
        claimed.insert(column)
        // Its text still tells the rows apart.
        if !isKey { continue }
      }
      if case .placeLevel(let link, _) = field.origin, !isKey {
        // The place itself says more than its levels.
        let lowest = link.isEmpty ? source.parentField : link
        if bindings.contains(where: { $0.field.name == lowest }) {
          claimed.insert(column)
          continue
        }
      }
      bindings.append(ColumnBinding(field: field, columns: [column], format: format(of: field.name, nil)))
      claimed.insert(column)
    }
  }

  private func requireKey() throws(Diagnostics) {
    if source.numbersRows { return }
    for name in entity.key where !bindings.contains(where: { $0.field.name == name }) {
      throw Diagnostics(
        Diagnostic(
          DataCode.headerWithoutKey, at: nil, ["file": source.shown, "key": name, "entity": entity.name]
        )
        .note(
          en: "its columns: \(header.joined(separator: ", "))",
          vi: "các cột của tệp: \(header.joined(separator: ", "))"
        )
        .note(
          en: "name the column in snapshot.yaml: `columns: { \(name): … }`, or set `key: row`",
          vi: "hãy chỉ cột trong snapshot.yaml: `columns: { \(name): … }`, hoặc đặt `key: row`"))
    }
  }

  private mutating func noteColumns() {
    var seen: Set<String> = []
    for (index, name) in header.enumerated() where !name.isEmpty && !seen.insert(name).inserted {
      note(.repeatedColumn, field: nil, ["name": name], column: index)
    }
    let read = used.union(claimed).union(rawColumns.values)
    let unused = header.indices.filter { !read.contains($0) && !header[$0].isEmpty }
    guard !unused.isEmpty else { return }
    findings.add(
      Finding(
        DataCode.unusedColumns, severity: .note, entity: entity.name, file: source.shown, line: 1,
        count: unused.count, arguments: ["names": unused.map { header[$0] }.joined(separator: ", ")]))
  }

  private mutating func note(_ code: DataCode, field: String?, _ arguments: [String: String], column: Int) {
    let arguments = arguments.merging(["field": field ?? ""]) { own, _ in own }
    findings.add(
      Finding(
        code, entity: entity.name, field: field, file: source.shown, line: 1, column: column + 1,
        arguments: arguments))
  }

  private func format(of field: String, _ declared: FieldManifest?) -> CellFormat {
    let file = source.manifest.file
    var format = CellFormat()
    format.numbers = file.numbers
    format.dates = file.dates
    format.missing.formUnion(file.missing)
    format.recode = source.manifest.recodes[field] ?? [:]
    format.empty = declared?.empty
    format.trueTexts = Set(declared?.trueTexts ?? [])
    format.falseTexts = Set(declared?.falseTexts ?? [])
    return format
  }

  /// The first column of a name, exactly or without regard to case and marks.
  private func find(_ name: String) -> Int? {
    header.firstIndex(of: name) ?? header.firstIndex { $0.lowercased() == name }
  }

  private func position(of name: String, for field: String) throws(Diagnostics) -> Int {
    if let exact = header.firstIndex(of: name) { return exact }
    if let loose = header.firstIndex(where: { $0.folded == name.folded }) { return loose }
    var diagnostic = Diagnostic(
      DataCode.columnNotInFile, at: nil, ["file": source.shown, "column": name, "field": field])
    let near = Suggestion.nearest(to: name, among: header)
    let list = (near.isEmpty ? header : near).map { "`\($0)`" }.joined(separator: ", ")
    diagnostic = diagnostic.note(
      en: near.isEmpty ? "its columns: \(list)" : "nearest: \(list)",
      vi: near.isEmpty ? "các cột của tệp: \(list)" : "gần nhất: \(list)")
    throw Diagnostics(diagnostic)
  }
}

extension Field {
  /// The entity that a link leads to, also that of a list of links.
  var linkTarget: String? {
    if case .list(.entity(let name, _)) = type.kind { return name }
    return target
  }
}

/// One entity's declaration with what surrounds it, as its file is read.
struct TableSource: Sendable {
  var entity: Entity
  var manifest: EntityManifest
  var schema: Schema
  /// The entities that the snapshot has.
  var present: Set<String>
  /// The column names that each expression reads.
  var expressionColumns: [String: [String]]
  /// Fields whose type is that of their content.
  var inferred: Set<String>
  /// The file as diagnostics show it.
  var shown: String
  /// The `snapshot.yaml` as diagnostics show it; empty where there is none.
  var manifestShown = ""
  /// The date of the snapshot, on which built-in places are those in force.
  var date: CivilDate?
  /// Whether columns typed by their content keep numbers like `007` as text.
  var keepsCodes = false

  /// Whether the number of the row is the key.
  var numbersRows: Bool { if case .row? = manifest.key { true } else { false } }

  /// The line of `snapshot.yaml` at which a field stands.
  func line(of field: String) -> String {
    manifest.fields.last { $0.name == field }.map { String($0.line) } ?? "1"
  }

  /// The error for an expression that cannot be computed, with its place in the manifest.
  func failure(of expression: String, field: String, _ inner: Diagnostics) -> Diagnostics {
    var diagnostic = Diagnostic(
      DataCode.expressionFails, at: nil,
      [
        "file": manifestShown, "line": line(of: field), "field": field,
        "expression": expression[...].trimmed,
      ])
    for one in inner.list.prefix(3) {
      diagnostic = diagnostic.note(
        en: "\(one.message.en) (\(one.code.id))", vi: "\(one.message.vi) (\(one.code.id))")
      diagnostic.notes += one.notes
    }
    return Diagnostics(diagnostic)
  }

  /// The field of a place that leads to the place above.
  var parentField: String {
    entity.manyLinks.first { $0.target == entity.name && !$0.holdsSubtree }?.inverse ?? "parent"
  }
}
