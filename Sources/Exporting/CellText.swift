import Columns
import Schema
import Source

/// Writes the cells of one column as a load reads them.
struct CellText {
  private let column: Column
  private let kind: ValueKind
  /// By code, the text of an enum's value, of a dictionary, or of a link's target.
  private let texts: TextDictionary
  /// The elements of a set, or of a list of links.
  private let elements: [String]

  /// What stands for a value that could not be read: a load finds it bad anew.
  private static let bad = UInt8(ascii: "?")

  /// What is known of a cell that could not be read: a link to nowhere is still a part of its row's key.
  private let remains: (Int) -> String?

  init(
    _ column: Column, _ kind: ValueKind, links: (String) -> TextDictionary?,
    remains: @escaping (Int) -> String? = { _ in nil }
  ) {
    self.remains = remains
    self.column = column
    self.kind = kind
    var texts = TextDictionary()
    var elements: [String] = []
    switch kind {
    case .enumeration(let type): texts = TextDictionary(type.values.map(\.name))
    case .set(let type): elements = type.values.map(\.name)
    case .entity(let target, _), .list(.entity(let target, _)): texts = links(target) ?? texts
    default: if case .code(let codes) = column, let dictionary = codes.dictionary { texts = dictionary }
    }
    self.texts = texts
    self.elements = elements
  }

  /// Whether a missing value is not written as an empty cell, which means something else.
  private var isSet: Bool { if case .set = kind { true } else { false } }
  private var isText: Bool { if case .text = kind { true } else { false } }

  /// Appends the cell of a row, quoted where it must be.
  func append(_ row: Int, to bytes: inout ContiguousArray<UInt8>) {
    if let reason = column.reason(row) {
      if reason != .notRecorded, let text = remains(row) {
        CellText.append(text, to: &bytes)
      } else if reason != .notRecorded, !isText {
        bytes.append(CellText.bad)
      } else if isSet {
        bytes.append(contentsOf: CellText.missing)
      }
      return
    }
    switch column {
    case .boolean(let booleans): bytes.append(contentsOf: (booleans.bits[row] ? "true" : "false").utf8)
    case .integer(let integers):
      let value = integers.values[row]
      bytes.append(
        contentsOf: (kind == .date ? CivilDate(days: Int(value)).iso : String(value)).utf8)
    case .number(let numbers): bytes.append(contentsOf: "\(numbers.values[row])".utf8)
    case .code(let codes): appendQuoted(texts, Int(codes.codes[row]), to: &bytes)
    case .set(let sets):
      let names = elements.indices.filter { sets.masks[row] >> UInt64($0) & 1 == 1 }.map { elements[$0] }
      bytes.append(contentsOf: names.joined(separator: ";").utf8)
    case .list(let lists):
      guard case .code(let codes) = lists.elements else { return }
      let range = lists.offsets[row]..<lists.offsets[row + 1]
      let names = range.compactMap { codes.codes[$0] >= 0 ? texts[Int(codes.codes[$0])] : nil }
      CellText.append(names.joined(separator: ";"), to: &bytes)
    }
  }

  /// A text that every load takes as missing.
  static let missing = ContiguousArray("--".utf8)

  private func appendQuoted(_ texts: TextDictionary, _ code: Int, to bytes: inout ContiguousArray<UInt8>) {
    guard code < texts.count else { return }
    let text = texts.bytes[texts.offsets[code]..<texts.offsets[code + 1]]
    guard text.contains(where: CellText.mustBeQuoted) else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a text, quoted where it must be.
  static func append(_ text: String, to bytes: inout ContiguousArray<UInt8>) {
    guard text.utf8.contains(where: mustBeQuoted) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(contentsOf: "\"\(text.replacing("\"", with: "\"\""))\"".utf8)
  }

  private static func mustBeQuoted(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }
}
