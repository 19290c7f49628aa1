import Schema
import Source

/// Which columns of a file feed one field, and how their cells are read.
struct ColumnBinding {
  var field: Field
  /// Positions in the header; several are the parts of a link's key; none where an expression gives the values.
  var columns: [Int] = []
  /// In the language, over the file's own columns.
  var expression: String?
  var format: CellFormat
  /// Whether the type is that of the content or of the expression.
  var infersType = false

  /// A decoder for the cells of the column; links and successors are read as the text of their targets' keys.
  func decoder(canonical: (@Sendable (String) -> String)?) -> any CellDecoder {
    let isOpen = field.privacy == .open
    if infersType { return CodeDecoder(format, isOpen: isOpen) }
    switch field.type.kind {
    case .boolean: return BooleanDecoder(format, isOpen: isOpen)
    case .integer: return IntegerDecoder(field.type.isMoney ? .money : .integer, format, isOpen: isOpen)
    case .number, .share, .points: return NumberDecoder(format, isOpen: isOpen)
    case .date: return IntegerDecoder(.date, format, isOpen: isOpen)
    case .enumeration(let type): return CodeDecoder(values: ValueNames(type), format, isOpen: isOpen)
    case .set(let type): return SetDecoder(values: ValueNames(type), format, isOpen: isOpen)
    case .text, .entity, .list, .missing: return CodeDecoder(format, isOpen: isOpen, canonical: canonical)
    }
  }
}

extension ValueType {
  /// Whole đồng: loading rounds to them.
  var isMoney: Bool { kind == .integer && (unit?.symbol.hasPrefix("đ") ?? false) }
}

/// How the entities of a snapshot's schema write their keys, for links to be read alike.
struct KeyShapes: Sendable {
  private var shapes: [String: [ValueKind]] = [:]

  init(_ schema: Schema) {
    for entity in schema.entities {
      shapes[entity.name] = entity.key.map { entity.field($0)?.type.kind ?? .text }
    }
  }

  /// A function that writes one part of a link as its target's key is written: `007` as `7` where that is a number.
  func canonical(_ target: String, part: Int) -> (@Sendable (String) -> String)? {
    let shape = shapes[target] ?? []
    if shape.isEmpty || (shape.indices.contains(part) && shape.count > 0 && shape[part] == .integer) {
      return { text in DecimalText(text, format: .en)?.whole.map(String.init) ?? text }
    }
    return nil
  }
}
