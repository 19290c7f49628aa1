/// Why a value is missing; logic does not see it, `why_missing` and group labels do.
package enum MissingReason: UInt8, CaseIterable, Sendable {
  case notRecorded = 0
  case notPresent = 1
  case badValue = 2
  case notComputable = 3
}

/// Which values of a column are known, and why the others are not.
package struct Validity: Sendable {
  /// A set bit is a known value; nil where all are known.
  package var known: Bitmap?
  /// One reason a row (read only where the value is missing); nil where every missing value is `notRecorded`.
  package var reasons: ContiguousArray<UInt8>?

  package init(known: Bitmap? = nil, reasons: ContiguousArray<UInt8>? = nil) {
    self.known = known
    self.reasons = reasons
  }

  package static let all = Validity()

  /// `count` values, all missing for one reason.
  package static func none(_ count: Int, _ reason: MissingReason) -> Validity {
    Validity(
      known: Bitmap(count: count),
      reasons: reason == .notRecorded ? nil : ContiguousArray(repeating: reason.rawValue, count: count))
  }

  @inline(__always)
  package func isKnown(_ index: Int) -> Bool { known.map { $0[index] } ?? true }

  package func reason(_ index: Int) -> MissingReason? {
    guard !isKnown(index) else { return nil }
    return reasons.flatMap { MissingReason(rawValue: $0[index]) } ?? .notRecorded
  }

  /// The known bits as a bitmap of `count`.
  package func bitmap(_ count: Int) -> Bitmap { known ?? Bitmap(repeating: true, count: count) }
}
