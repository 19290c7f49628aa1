import Columns
import Schema
import Source
import Store

/// Links from the texts of keys to rows.
extension Assembler {
  /// Permutes the columns of a table into its final order and resolves its links.
  mutating func settleColumns(of name: String) {
    guard var table = tables[name] else { return }
    let placeField = placeRows[name] == nil ? nil : placeLink(of: table.entity)
    for field in table.entity.fields {
      if field.name == placeField, let rows = placeRows[name] {
        table.columns[field.name] = .code(CodeColumn(rows)).permuted(
          by: table.order, isIdentity: table.isIdentity)
        continue
      }
      guard field.origin == .stored, let column = table.decoded.columns[field.name] else { continue }
      if let target = field.linkTarget {
        guard case .code(let texts) = column, let targetTable = tables[target] else { continue }
        let isList = field.target == nil
        table.columns[field.name] =
          isList
          ? list(texts, field, table, targetTable) : rows(texts, field, table, targetTable)
      } else if table.entity.key == [field.name], !table.decoded.keys.suffixes.isEmpty, case .code = column {
        // Rows that share a key show it with its number.
        let codes = (0..<table.count).map { Int32(truncatingIfNeeded: $0) }
        table.columns[field.name] = .code(CodeColumn(ContiguousArray(codes), dictionary: table.keyTexts))
      } else {
        table.columns[field.name] = column.permuted(by: table.order, isIdentity: table.isIdentity)
      }
    }
    table.decoded.columns = [:]
    tables[name] = table
  }

  /// The rows that the texts of a link name, in the table's final order.
  private mutating func rows(
    _ texts: CodeColumn, _ field: Field, _ table: TableBuilder, _ target: TableBuilder
  ) -> Column {
    let matches = texts.dictionary.map(target.rows) ?? []
    var codes = ContiguousArray<Int32>()
    codes.reserveCapacity(table.count)
    for source in table.order {
      let code = texts.codes[Int(source)]
      codes.append(code < 0 ? code : resolved(matches[Int(code)], code, texts, field, table, source))
    }
    return .code(CodeColumn(codes))
  }

  /// The row of a match, or a missing code and a finding.
  mutating func resolved(
    _ match: TableBuilder.KeyMatch, _ code: Int32, _ texts: CodeColumn, _ field: Field, _ table: TableBuilder,
    _ source: Int32
  ) -> Int32 {
    if case .row(let row) = match { return row }
    let text = texts.dictionary.map { $0[Int(code)] } ?? ""
    let isShared = if case .shared = match { true } else { false }
    log.add(
      table.sourceFinding(
        isShared ? DataCode.linkToDuplicate : .unresolvedLink, source: source, field: field.name,
        ["value": field.privacy == .open ? "`\(text)`" : "•••", "target": field.linkTarget ?? ""]))
    return CodeColumn.missing(.badValue)
  }

  /// Lists of rows from texts `a;b;c`.
  private mutating func list(
    _ texts: CodeColumn, _ field: Field, _ table: TableBuilder, _ target: TableBuilder
  ) -> Column {
    var offsets: ContiguousArray<Int> = [0]
    var elements: ContiguousArray<Int32> = []
    for source in table.order {
      let code = texts.codes[Int(source)]
      if code >= 0, let text = texts.dictionary?[Int(code)] {
        let parts = TextDictionary(text.split(separator: ";").map { $0.trimmed })
        let column = CodeColumn([], dictionary: parts)
        for (part, match) in target.rows(named: parts).enumerated() {
          let row = resolved(match, Int32(truncatingIfNeeded: part), column, field, table, source)
          if row >= 0 { elements.append(row) }
        }
      }
      offsets.append(elements.count)
    }
    return .list(ListColumn(offsets: offsets, elements: .code(CodeColumn(elements))))
  }
}

extension Substring {
  /// Without spaces at its ends.
  var trimmed: String {
    let head = drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
