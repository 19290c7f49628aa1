import Source

/// A value of an enum: the name by which queries write it and the labels by which people know it.
package struct EnumValue: Hashable, Sendable {
  package var name: String
  package var label: Localized

  package init(_ name: String, _ label: Localized) {
    self.name = name
    self.label = label
  }
}

/// A closed list of values in the order in which results show them.
package struct EnumType: Hashable, Sendable {
  package var name: String
  package var values: [EnumValue]
  /// Whether `<` and its like compare the values in declared order.
  package var isOrdered: Bool

  package init(_ name: String, ordered: Bool = false, _ values: [EnumValue]) {
    self.name = name
    self.values = values
    self.isOrdered = ordered
  }

  package func code(of name: String) -> Int? { values.firstIndex { $0.name == name } }

  package static func == (a: EnumType, b: EnumType) -> Bool { a.name == b.name && a.values == b.values }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A unit of measure, by its symbol: `đ`, `đ/person/month`, `m²`.
package struct Unit: Hashable, Sendable {
  package var symbol: String
  package init(_ symbol: String) { self.symbol = symbol }
}

/// How a value prints where its kind leaves a choice.
package enum Display: Hashable, Sendable {
  case plain
  /// Digits never grouped: years and codes.
  case ungrouped
  /// A date that stands for its month (`2023-06`), quarter (`2023-Q2`) or year (`2023`).
  case month, quarter, year
}

/// What a value is.
package indirect enum ValueKind: Hashable, Sendable {
  case boolean
  case integer
  /// An IEEE double.
  case number
  /// A rate, kept as a fraction and printed per cent.
  case share
  /// The difference of two rates, kept as a fraction and printed in percentage points.
  case points
  case text
  case date
  case enumeration(EnumType)
  /// A set of an enum's values.
  case set(EnumType)
  /// A row of an entity, by the entity's plural name; a place may be known to be of one level.
  case entity(String, level: String?)
  case list(ValueKind)
  /// The literal `missing`, of any type.
  case missing
}

/// The type of a value: its kind, its unit if it carries one, and how it prints.
package struct ValueType: Hashable, Sendable {
  package var kind: ValueKind
  package var unit: Unit?
  package var display: Display

  package init(_ kind: ValueKind, unit: Unit? = nil, display: Display = .plain) {
    self.kind = kind
    self.unit = unit
    self.display = display
  }

  package static let boolean = ValueType(.boolean)
  package static let integer = ValueType(.integer)
  package static let number = ValueType(.number)
  package static let share = ValueType(.share)
  package static let text = ValueType(.text)
  package static let date = ValueType(.date)
  package static let year = ValueType(.integer, display: .ungrouped)

  /// Whether `+`, `<` and `sum` take it as a number.
  package var isNumeric: Bool {
    switch kind {
    case .integer, .number, .share, .points, .missing: true
    default: false
    }
  }

  /// Whether a printed column of it is right-aligned.
  package var isRightAligned: Bool {
    switch kind {
    case .integer, .number, .share, .points: true
    default: false
    }
  }
}
