import Columns
import Plan
import Schema
import Source
import Store
import Syntax

extension Resolver {
  /// The place that a text names, at a level or at any.
  ///
  /// The text is a name without regard to case and marks, the names of places above it after commas if need be, or a
  /// code. Unknown and ambiguous names are errors (language.md, section 4).
  func place(_ text: String, level: String?, _ range: SourceRange, _ snapshot: SnapshotID)
    throws(Diagnostic) -> TypedExpression
  {
    if catalog.isModelOnly {
      let type = ValueType(.entity(schema.roles.places, level: level))
      return TypedExpression(.constant(.entity(schema.roles.places, key: text)), type, range, text: text)
    }
    let index = catalog[snapshot].places
    let levels = schema.roles.levels
    let type = { (row: Int32) in
      ValueType(.entity(self.schema.roles.places, level: levels[Int(index.levels[Int(row)])]))
    }
    let found = candidates(text, index)
    let wantedLevel = level.flatMap { levels.firstIndex(of: $0) }
    let fitting = found.filter { wantedLevel == nil || Int(index.levels[Int($0)]) == wantedLevel }
    if fitting.count == 1 {
      let row = fitting[0]
      return TypedExpression(
        .constant(.entity(schema.roles.places, key: index.codes[Int(row)])), type(row), range, text: text)
    }
    if fitting.count > 1 { throw ambiguous(text, fitting, index, range) }
    if let other = found.first, let level {
      let name = index.names[Int(other)]
      throw Diagnostic(
        NameCode.placeOfOtherLevel, at: range,
        ["name": name, "found": levels[Int(index.levels[Int(other)])], "wanted": level]
      ).help("place within \"\(found.count == 1 ? name : index.qualifiedName(other))\"")
    }
    throw unknownPlace(text, level, index, range)
  }

  private func candidates(_ text: String, _ index: PlaceIndex) -> [Int32] {
    if let row = index.row(code: text) { return [row] }
    let parts = text.split(separator: ",").map { Resolver.trimmed(String($0)).folded }
    guard let first = parts.first else { return [] }
    return index.rows(foldedName: first).filter { row in
      var above = index.parents[Int(row)]
      for part in parts.dropFirst() {
        while above >= 0, index.names[Int(above)].folded != part { above = index.parents[Int(above)] }
        if above < 0 { return false }
      }
      return true
    }
  }

  static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  private func ambiguous(_ text: String, _ rows: [Int32], _ index: PlaceIndex, _ range: SourceRange)
    -> Diagnostic
  {
    let names = rows.map { index.qualifiedName($0) }
    let isTelling = Set(names).count == names.count
    let shown = zip(rows, names).prefix(12).map { row, name in
      isTelling ? name : "\(name) (\(index.codes[Int(row)]))"
    }
    var diagnostic = Diagnostic(
      NameCode.ambiguousPlace, at: range, ["name": text, "count": String(rows.count)]
    ).note(en: "they are: \(shown.joined(separator: " · "))", vi: "gồm: \(shown.joined(separator: " · "))")
    for (row, name) in zip(rows, names).prefix(3) {
      diagnostic = diagnostic.fix("\"\(isTelling ? name : index.codes[Int(row)])\"")
    }
    return diagnostic
  }

  private func unknownPlace(_ text: String, _ level: String?, _ index: PlaceIndex, _ range: SourceRange)
    -> Diagnostic
  {
    let levels = schema.roles.levels
    let wanted = level.flatMap { levels.firstIndex(of: $0) }
    let names = (0..<index.count).lazy.filter { wanted == nil || Int(index.levels[$0]) == wanted }
      .map { index.names[$0] }
    let name = text.split(separator: ",").first.map(String.init) ?? text
    let near = Suggestion.nearest(to: name, among: names)
    var diagnostic = Diagnostic(
      NameCode.unknownPlace, at: range, ["name": text, "level": level ?? "place"])
    if !near.isEmpty {
      let list = near.joined(separator: ", ")
      diagnostic = diagnostic.note(en: "nearest: \(list)", vi: "gần nhất: \(list)")
      for candidate in near { diagnostic = diagnostic.fix("\"\(candidate)\"") }
    }
    return diagnostic
  }

  /// A row of an entity by its key.
  func entityKey(_ text: String, _ entityName: String, _ range: SourceRange, _ snapshot: SnapshotID)
    throws(Diagnostic) -> TypedExpression
  {
    let type = ValueType(.entity(entityName, level: nil))
    guard table(entityName, snapshot) != nil else {
      throw Diagnostic(
        NameCode.entityNotInSnapshot, at: range,
        ["entity": entityName, "snapshot": catalog[snapshot].label])
    }
    if !catalog.isModelOnly, let table = table(entityName, snapshot), !hasKey(text, table) {
      let near = Suggestion.nearest(to: text, among: nearbyKeys(text, table))
      var diagnostic = Diagnostic(
        NameCode.unknownKey, at: range, ["entity": table.entity.singular, "name": text])
      if !near.isEmpty {
        let list = near.joined(separator: ", ")
        diagnostic = diagnostic.note(en: "nearest: \(list)", vi: "gần nhất: \(list)")
      }
      throw diagnostic
    }
    return TypedExpression(.constant(.entity(entityName, key: text)), type, range, text: text)
  }

  private func hasKey(_ text: String, _ table: EntityTable) -> Bool {
    let wanted = Array(text.utf8)
    let keys = table.keys
    for row in 0..<keys.count where keys.length(row) == wanted.count && keys.matches(row, wanted) {
      return true
    }
    return false
  }

  /// A few thousand keys at most are searched for near ones: a register has millions.
  private func nearbyKeys(_ text: String, _ table: EntityTable) -> [String] {
    (0..<min(table.keys.count, 5_000)).map { table.keys[$0] }
  }
}
