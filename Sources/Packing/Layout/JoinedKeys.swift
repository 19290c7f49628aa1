import Columns
import Schema
import Store

/// Keys of several parts, made of the columns that hold the parts: texts, whole numbers, and links by the keys of their
/// targets.
struct JoinedKeys {
  private enum Part {
    case texts(CodeColumn, TextDictionary)
    case integers(IntegerColumn)
  }

  private let parts: [Part]
  private let count: Int

  /// Nil where a part is none of those.
  init?(_ fields: [String], of table: EntityTable, in tables: [String: EntityTable]) {
    var parts: [Part] = []
    for name in fields {
      guard let field = table.entity.field(name), let column = table.columns[name] else { return nil }
      switch column {
      case .code(let codes):
        // A link to the entity itself would ask for the keys that are being made.
        let linked = field.target.flatMap { $0 == table.entity.name ? nil : tables[$0]?.keys }
        guard let texts = codes.dictionary ?? linked else { return nil }
        parts.append(.texts(codes, texts))
      case .integer(let integers):
        guard field.type.kind == .integer, integers.validity.known == nil else { return nil }
        parts.append(.integers(integers))
      default: return nil
      }
    }
    self.parts = parts
    count = table.count
  }

  /// The key of each row; nil where a part is missing, or the keys come to more bytes than a limit.
  func texts(limit: Int = .max) -> TextDictionary? {
    var bytes: ContiguousArray<UInt8> = []
    var offsets: ContiguousArray<Int> = [0]
    offsets.reserveCapacity(count + 1)
    for row in 0..<count {
      for (index, part) in parts.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: "/")) }
        switch part {
        case .texts(let column, let texts):
          let code = Int(column.codes[row])
          guard code >= 0, code < texts.count else { return nil }
          bytes.append(contentsOf: texts.bytes[texts.offsets[code]..<texts.offsets[code + 1]])
        case .integers(let column): JoinedKeys.append(column.values[row], to: &bytes)
        }
      }
      guard bytes.count <= limit else { return nil }
      offsets.append(bytes.count)
    }
    return TextDictionary(bytes: bytes, offsets: offsets)
  }

  private static func append(_ value: Int64, to bytes: inout ContiguousArray<UInt8>) {
    if (0...9).contains(value) {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: value))
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
  }
}
