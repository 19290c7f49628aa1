import Columns
import Schema
import Source
import Store

/// The decoders of one file's columns at work, and what their columns come to.
struct TableReading {
  private let plan: TablePlan
  private let source: TableSource
  private var decoders: [any CellDecoder] = []
  /// For each decoder, the column it reads.
  private var positions: [Int] = []
  /// For each binding, the range of its decoders.
  private var parts: [Range<Int>] = []
  private var rawNames: [String] = []
  private let keys: KeyShapes

  init(_ plan: TablePlan, _ source: TableSource) {
    self.plan = plan
    self.source = source
    keys = KeyShapes(source.schema)
    for binding in plan.bindings {
      let first = decoders.count
      for (part, column) in binding.columns.enumerated() {
        let canonical = binding.field.target.flatMap { keys.canonical($0, part: part) }
        decoders.append(binding.decoder(canonical: canonical))
        positions.append(column)
      }
      parts.append(first..<decoders.count)
    }
    for (name, column) in plan.rawColumns.sorted(by: { $0.key < $1.key }) {
      var format = CellFormat()
      format.missing.formUnion(source.manifest.file.missing)
      decoders.append(CodeDecoder(format, isOpen: true))
      positions.append(column)
      rawNames.append(name)
    }
  }

  /// Reads the cells of a block, column by column.
  mutating func append(_ block: CellBlock, _ bytes: ContiguousArray<UInt8>) {
    for index in decoders.indices {
      decoders[index].decode(block, column: positions[index], bytes.span)
    }
  }

  /// Moves the columns into a table and notes the cells that could not be read.
  func finish(into table: inout DecodedTable, evaluator: any ColumnExpressionEvaluator) throws(Diagnostics) {
    var raw: [String: TypedColumn] = [:]
    for (index, name) in rawNames.enumerated() {
      let column = decoders[decoders.count - rawNames.count + index].finish()
      raw[name] = ContentType.typed(column, source.manifest.file)
    }
    for (binding, range) in zip(plan.bindings, parts) {
      let name = binding.field.name
      if let expression = binding.expression {
        let names = source.expressionColumns[expression] ?? []
        let columns = raw.filter { names.contains($0.key) }
        let result = try evaluator.evaluate(expression, columns: columns, rowCount: table.count)
        let target = binding.infersType ? nil : binding.field.type
        guard let column = ColumnConversion.converted(result, to: target, count: table.count, binding.format)
        else {
          throw Diagnostics(
            Diagnostic(
              DataCode.expressionType, at: nil,
              ["field": name, "expression": expression, "file": table.shown]))
        }
        table.columns[name] = column
        noteBadValues(column, result.column, binding, &table)
        if binding.infersType { table.setType(of: name, result.type) }
        continue
      }
      noteBadCells(range, binding, &table)
      table.positions[name] = (binding.columns.first ?? 0) + 1
      var column = decoders[range.lowerBound].finish()
      if range.count > 1 {
        column = KeyTexts.joined(range.map { decoders[$0].finish() }, count: table.count)
      } else if binding.infersType {
        let typed = ContentType.typed(column, source.manifest.file)
        column = typed.column
        table.setType(of: name, typed.type)
      }
      table.columns[name] = column
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
      for cell in decoders[index].badCells {
        table.findings.add(
          Finding(
            decoders[index].badCode, entity: table.entity.name, field: binding.field.name, file: table.shown,
            line: Int(table.lines[Int(cell.row)]), column: positions[index] + 1,
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
