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
      var column = decoders[range.lowerBound].finish()
      if range.count > 1 {
        column = KeyTexts.joined(range.map { decoders[$0].finish() }, count: table.count)
      } else if binding.infersType {
        let content = ContentType(
          column, source.manifest.file, isShown: true, keepsCodes: source.keepsCodes)
        noteBadContent(content, column, name, field: binding.field, positions[range.lowerBound], &table)
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
      let decoder = decoders.count - rawNames.count + index
      let column = decoders[decoder].finish()
      if let forms = ContentType.blanks(column) {
        raw[name] = forms
        continue
      }
      let content = ContentType(column, source.manifest.file, isShown: false)
      noteBadContent(content, column, name, field: nil, positions[decoder], &table)
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
