/// A JSON value that keeps the order of keys; numbers are equal as IEEE doubles.
package indirect enum JSONValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([Member])

  /// A key with its value.
  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: JSONValue
  }

  package subscript(key key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  package var number: Double? {
    guard case .number(let value) = self else { return nil }
    return value
  }

  package var text: String? {
    guard case .text(let value) = self else { return nil }
    return value
  }
}

extension JSONValue: CustomStringConvertible {
  package var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let value): "\"\(value)\""
    case .array(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", "))}"
    }
  }
}

extension JSONValue {
  /// The first place where two values part, as a path into them; nil where they are equal.
  package func difference(from expected: JSONValue, at path: String = "$") -> String? {
    switch (self, expected) {
    case (.array(let actual), .array(let wanted)):
      for (index, pair) in zip(actual, wanted).enumerated() {
        if let found = pair.0.difference(from: pair.1, at: "\(path)[\(index)]") { return found }
      }
      guard actual.count != wanted.count else { return nil }
      return "\(path): \(wanted.count) elements expected, \(actual.count) found"
    case (.object(let actual), .object(let wanted)):
      let keys = (actual.map(\.key), wanted.map(\.key))
      if keys.0 != keys.1 { return "\(path): keys \(keys.1) expected, \(keys.0) found" }
      for (left, right) in zip(actual, wanted) {
        if let found = left.value.difference(from: right.value, at: "\(path).\(left.key)") { return found }
      }
      return nil
    default:
      return self == expected ? nil : "\(path): \(expected) expected, \(self) found"
    }
  }
}
