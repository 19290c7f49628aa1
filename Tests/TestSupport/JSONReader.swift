/// What is wrong with a text that should be JSON.
package struct JSONError: Error, CustomStringConvertible {
  package var description: String
}

/// Reads one JSON value strictly as RFC 8259 says: Foundation's reader loses the order of keys.
package struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The one value of a text.
  package static func read(_ text: String) throws -> JSONValue {
    var reader = JSONReader(text)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.position == reader.bytes.count else { throw reader.error("more after the value") }
    return value
  }

  /// The values of a text that has one on each line.
  package static func readLines(_ text: String) throws -> [JSONValue] {
    try text.split(separator: "\n").map { try read(String($0)) }
  }

  private func error(_ text: String) -> JSONError {
    JSONError(description: "not JSON at byte \(position): \(text)")
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
  }

  /// Takes a byte, if it is the next that is not blank.
  private mutating func take(_ character: Character) -> Bool {
    skipBlanks()
    guard next == character.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func value() throws -> JSONValue {
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { throw error("nested too deeply") }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw error("an unknown word") }
    position += word.utf8.count
    return value
  }

  private mutating func array() throws -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    if take("]") { return .array(elements) }
    repeat { elements.append(try value()) } while take(",")
    guard take("]") else { throw error("] expected") }
    return .array(elements)
  }

  private mutating func object() throws -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      let key = try text()
      guard take(":") else { throw error(": expected") }
      members.append(JSONValue.Member(key: key, value: try value()))
    } while take(",")
    guard take("}") else { throw error("} expected") }
    return .object(members)
  }

  private mutating func number() throws -> JSONValue {
    let start = position
    let characters = Set("+-.eE0123456789".utf8)
    while let byte = next, characters.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let form = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/
    guard text.wholeMatch(of: form) != nil, let value = Double(text) else {
      throw error("a number is expected")
    }
    return .number(value)
  }

  private mutating func text() throws -> String {
    guard next == UInt8(ascii: "\"") else { throw error("a text is expected") }
    position += 1
    var units: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else { throw error("not UTF-8") }
        return text
      case UInt8(ascii: "\\"): units += try escaped().utf8
      case 0..<0x20: throw error("a control character in a text")
      default: units.append(byte)
      }
    }
    throw error("a text that does not end")
  }

  private mutating func escaped() throws -> String {
    guard let byte = next else { throw error("nothing behind \\") }
    position += 1
    let plain: [UInt8: String] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
      UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let text = plain[byte] { return text }
    guard byte == UInt8(ascii: "u") else { throw error("an unknown escape") }
    var units = [try fourDigits()]
    if UTF16.isLeadSurrogate(units[0]), next == UInt8(ascii: "\\") {
      position += 2
      units.append(try fourDigits())
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw error("half a character") }
    return text
  }

  private mutating func fourDigits() throws -> UInt16 {
    guard position + 4 <= bytes.count else { throw error("four digits expected") }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard let unit = UInt16(digits, radix: 16) else { throw error("four digits expected") }
    position += 4
    return unit
  }
}
