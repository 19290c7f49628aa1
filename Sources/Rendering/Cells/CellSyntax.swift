import Columns
import Schema
import Source

/// How one family of formats writes values: for people, delimited, or as JSON.
protocol CellSyntax: Sendable {
  /// Whether names are made unlike by the one above, and enums print by `labels`.
  var isForPeople: Bool { get }
  var labels: Language? { get }
  var numbers: NumberFormat { get }
  /// How the elements of a set or list are written.
  var element: Self { get }

  /// A missing value.
  func appendMissing(to bytes: inout [UInt8])
  /// The missing value of a key, by its reason.
  func appendMissingKey(_ reason: MissingReason, to bytes: inout [UInt8])
  /// A key that a total row sums over.
  func appendTotal(to bytes: inout [UInt8])
  func append(text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8])
  /// A number; the share and the difference of two shares are kept as fractions. False where it is not finite.
  func append(number: Double, kind: NumberKind, numbers: NumberFormat, to bytes: inout [UInt8]) -> Bool
  func append(date: CivilDate, display: Display, to bytes: inout [UInt8])
  /// A set or list, whose elements are written by a closure given their position.
  func append(listOf count: Int, to bytes: inout [UInt8], each: (Int, inout [UInt8]) -> Void)
}

/// What a decimal number stands for.
enum NumberKind: Sendable { case plain, share, points }

extension CellSyntax {
  func append(text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(text: $0, to: &bytes) }
  }

  /// The name of an enum's value, or its label.
  func name(of value: EnumValue) -> String { labels.map { value.label[$0] } ?? value.name }

  /// A text as a cell of its own.
  func cell(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text: text, to: &bytes)
    return bytes
  }
}

/// The fixed words of cells.
enum CellText {
  static let missingKey = "(missing)"
  static let notPresent = "(not present)"
  /// The group of the empty set, where a set is a key.
  static let none = "(none)"
}

extension CivilDate {
  /// Appends `2023-12-15`.
  func appendISO(to bytes: inout [UInt8]) {
    let (year, month, day) = components
    CivilDate.append(year: year, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(decimal: UInt64(month), width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(decimal: UInt64(day), width: 2)
  }

  /// Appends the month, quarter or year that this day stands for: `2023-06`, `2023-Q2`, `2023`; else the day.
  func append(as display: Display, to bytes: inout [UInt8]) {
    let (year, month, _) = components
    switch display {
    case .month:
      CivilDate.append(year: year, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      bytes.append(decimal: UInt64(month), width: 2)
    case .quarter:
      CivilDate.append(year: year, to: &bytes)
      bytes += "-Q".utf8
      bytes.append(decimal: UInt64((month + 2) / 3))
    case .year: CivilDate.append(year: year, to: &bytes)
    case .plain, .ungrouped: appendISO(to: &bytes)
    }
  }

  /// Years outside 0000–9999 cannot be written in Nếp but print.
  private static func append(year: Int, to bytes: inout [UInt8]) {
    if year < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(decimal: UInt64(year.magnitude), width: 4)
  }
}
