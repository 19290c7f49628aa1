import Columns
import Schema
import Source
import Store

/// The decoders of one file's columns at work, and what their columns come to.
struct TableReading: Sendable {
  private let plan: TablePlan
  private let source: TableSource
  /// The columns at work, each with its decoder.
  let lanes: [ColumnLane]
  /// For each binding, the range of its lanes.
  private let parts: [Range<Int>]
  private let rawNames: [String]
  /// Cells a row.
  private let width: Int

  init(_ plan: TablePlan, _ source: TableSource, width: Int) {
    self.plan = plan
    self.source = source
    self.width = width
    let keys = KeyShapes(source.schema)
    var lanes: [ColumnLane] = []
    var parts: [Range<Int>] = []
    for binding in plan.bindings {
      let first = lanes.count
      for (part, column) in binding.columns.enumerated() {
        let canonical = binding.field.target.flatMap { keys.canonical($0, part: part) }
        lanes.append(ColumnLane(binding.decoder(canonical: canonical), position: column))
      }
      parts.append(first..<lanes.count)
    }
    let raw = plan.rawColumns.sorted { $0.key < $1.key }
    for (_, column) in raw {
      var format = CellFormat()
      format.missing.formUnion(source.manifest.file.missing)
      lanes.append(ColumnLane(CodeDecoder(format, isOpen: true), position: column))
    }
    (self.lanes, self.parts, rawNames) = (lanes, parts, raw.map(\.key))
  }

  /// The table, once every lane has taken the whole file.
  func table(_ log: RowLog, _ text: TextSource, evaluator: any ColumnExpressionEvaluator) throws(Diagnostics)
    -> DecodedTable
  {
    var table = DecodedTable(entity: source.entity, shown: source.shown)
    table.count = log.lines.count
    table.lines = log.lines
    table.findings = plan.findings
    try finish(into: &table, evaluator: evaluator)
    table.noteRows(log, width: width)
    table.keys = try TableKeys(of: table, key: source.manifest.key, RowTexts(text, log))
    table.noteKeys()
    table.giveKeys()
    return table
  }

  /// Moves the columns into a table and notes the cells that could not be read.
  private func finish(into table: inout DecodedTable, evaluator: any ColumnExpressionEvaluator)
    throws(Diagnostics)
  {
    let raw = rawColumns(&table)
    for (binding, range) in zip(plan.bindings, parts) {
      let name = binding.field.name
      if let expression = binding.expression {
        let names = source.expressionColumns[expression] ?? []
        let (value, column) = try ExpressionReading(binding, expression, source, table.count)
          .run(raw.filter { names.contains($0.key) }, evaluator)
        table.columns[name] = column
        noteBadValues(column, value.column, binding, &table)
        if binding.infersType { table.setType(of: name, value.type) }
        continue
      }
      noteBadCells(range, binding, &table)
      table.positions[name] = (binding.columns.first ?? 0) + 1
      var column = lanes[range.lowerBound].finish()
      if range.count > 1 {
        column = KeyTexts.joined(range.map { lanes[$0].finish() }, count: table.count)
      } else if binding.infersType {
        let content = ContentType(
          column, source.manifest.file, isShown: true, keepsCodes: source.keepsCodes)
        noteBadContent(
          content, column, name, field: binding.field, lanes[range.lowerBound].position, &table)
        column = content.value.column
        table.setType(of: name, content.value.type)
      }
      table.columns[name] = column
    }
  }

  /// The columns that expressions read, each in the forms that it may have.
  private func rawColumns(_ table: inout DecodedTable) -> [String: [TypedColumn]] {
    var raw: [String: [TypedColumn]] = [:]
    if source.numbersRows {
      table.columns[RowNumber.name] = RowNumber.column(table.count)
      raw[RowNumber.name] = [TypedColumn(RowNumber.column(table.count), RowNumber.field.type)]
    }
    for (index, name) in rawNames.enumerated() {
      let lane = lanes[lanes.count - rawNames.count + index]
      let column = lane.finish()
      if let forms = ContentType.blanks(column) {
        raw[name] = forms
        continue
      }
      let content = ContentType(column, source.manifest.file, isShown: false)
      noteBadContent(content, column, name, field: nil, lane.position, &table)
      raw[name] = [content.value]
    }
    return raw
  }

  /// Cells of a column typed by its content that do not fit the others.
  ///
  /// - Parameter field: nil where expressions read the column.
  private func noteBadContent(
    _ content: ContentType, _ column: Column, _ name: String, field: Field?, _ position: Int,
    _ table: inout DecodedTable
  ) {
    guard !content.badRows.isEmpty, case .code(let texts) = column, let dictionary = texts.dictionary else {
      return
    }
    let readers = plan.bindings.filter { binding in
      binding.columns.contains(position)
        || binding.expression.map { source.expressionColumns[$0]?.contains(name) ?? false } ?? false
    }
    let isOpen = readers.allSatisfy { $0.field.privacy == .open }
    for row in content.badRows {
      let text = shown(dictionary[Int(texts.codes[row])], isOpen: isOpen)
      table.findings.add(
        Finding(
          content.badCode, entity: table.entity.name,
          field: field?.name ?? (readers.count == 1 ? readers[0].field.name : nil), file: table.shown,
          line: Int(table.lines[row]), column: position + 1,
          arguments: ["field": name, "value": text.map { "`\($0)`" } ?? "•••"]))
    }
  }

  /// Values of an expression that the field's type cannot hold.
  private func noteBadValues(
    _ column: Column, _ value: Column, _ binding: ColumnBinding, _ table: inout DecodedTable
  ) {
    let isEnum = binding.field.type.enumeration != nil
    for row in 0..<table.count where column.reason(row) == .badValue && value.reason(row) == nil {
      table.findings.add(
        Finding(
          isEnum ? DataCode.unknownValue : .badInteger, entity: table.entity.name, field: binding.field.name,
          file: table.shown, line: Int(table.lines[row]),
          arguments: ["field": binding.field.name, "value": "`=\(binding.expression ?? "")`"]))
    }
  }

  private func noteBadCells(_ range: Range<Int>, _ binding: ColumnBinding, _ table: inout DecodedTable) {
    for index in range {
      let code = lanes[index].badCode
      for cell in lanes[index].badCells {
        table.findings.add(
          Finding(
            code, entity: table.entity.name, field: binding.field.name, file: table.shown,
            line: Int(table.lines[Int(cell.row)]), column: lanes[index].position + 1,
            arguments: ["field": binding.field.name, "value": cell.text.map { "`\($0)`" } ?? "•••"]))
      }
    }
  }
}

extension DecodedTable {
  /// Gives a field the type that its content has.
  mutating func setType(of name: String, _ type: ValueType) {
    guard let index = entity.fields.firstIndex(where: { $0.name == name }) else { return }
    entity.fields[index].type = ValueType(
      type.kind, unit: entity.fields[index].type.unit ?? type.unit, display: type.display)
  }
}
