// Signatures while the bodies are being written.

package enum Kernels {}

/// A comparison of two values of one kind.
package enum ComparisonOperator: Sendable, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The operator that says the same with the sides exchanged: `a < b` is `b > a`.
  package var mirrored: ComparisonOperator { self }
}

/// A whole number for every row, or one for all of them.
package enum IntegerOperand: Sendable { case column(IntegerColumn), constant(Int64) }
/// A text for every row, or one for all of them.
package enum TextOperand: Sendable { case column(CodeColumn), constant(String) }
/// The storage form of a column, without its values.
package enum ColumnKind: Sendable, Hashable { case boolean, integer, number, code, set, list }
/// A span of days that `bin` gathers dates by.
package enum CalendarUnit: Sendable, CaseIterable { case month, quarter, year }

// Overflow is looked for in rows that are active (nil: all) and known; its row is the first such.
// "Not computable" counts rows that are active, with known operands, whose result is missing.
extension Kernels {
  // IntegerArithmetic
  package static func add(_ a: IntegerColumn, _ b: IntegerColumn, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }
  package static func add(_ a: IntegerColumn, _ b: Int64, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }
  package static func subtract(_ a: IntegerColumn, _ b: IntegerColumn, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }
  package static func subtract(_ a: IntegerColumn, _ b: Int64, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }
  package static func subtract(_ a: Int64, _ b: IntegerColumn, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }
  package static func multiply(_ a: IntegerColumn, _ b: IntegerColumn, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }
  package static func multiply(_ a: IntegerColumn, _ b: Int64, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }
  package static func negate(_ a: IntegerColumn, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }
  package static func modulo(_ a: IntegerColumn, _ b: IntegerColumn, active: Bitmap? = nil) -> (column: IntegerColumn, notComputable: Int) { fatalError() }
  package static func modulo(_ a: IntegerColumn, _ b: Int64, active: Bitmap? = nil) -> (column: IntegerColumn, notComputable: Int) { fatalError() }
  // NumberArithmetic
  package static func add(_ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func add(_ a: NumberColumn, _ b: Double, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func subtract(_ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func subtract(_ a: NumberColumn, _ b: Double, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func subtract(_ a: Double, _ b: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func multiply(_ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func multiply(_ a: NumberColumn, _ b: Double, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func divide(_ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func divide(_ a: NumberColumn, _ b: Double, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func divide(_ a: Double, _ b: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func power(_ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func power(_ a: NumberColumn, _ b: Double, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func modulo(_ a: NumberColumn, _ b: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func negate(_ a: NumberColumn) -> NumberColumn { fatalError() }
  /// Whole numbers as doubles, and doubles without fraction as whole numbers.
  package static func numbers(_ a: IntegerColumn) -> NumberColumn { fatalError() }
  package static func integers(_ a: NumberColumn, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }

  // Comparison
  package static func compare(_ a: IntegerColumn, _ op: ComparisonOperator, _ b: IntegerColumn) -> BooleanColumn { fatalError() }
  package static func compare(_ a: IntegerColumn, _ op: ComparisonOperator, _ b: Int64) -> BooleanColumn { fatalError() }
  package static func compare(_ a: IntegerColumn, _ op: ComparisonOperator, _ b: NumberColumn) -> BooleanColumn { fatalError() }
  package static func compare(_ a: IntegerColumn, _ op: ComparisonOperator, _ b: Double) -> BooleanColumn { fatalError() }
  package static func compare(_ a: NumberColumn, _ op: ComparisonOperator, _ b: NumberColumn) -> BooleanColumn { fatalError() }
  package static func compare(_ a: NumberColumn, _ op: ComparisonOperator, _ b: Double) -> BooleanColumn { fatalError() }
  /// By code: enums, links, and texts of ONE dictionary (only = and != mean something there).
  package static func compare(_ a: CodeColumn, _ op: ComparisonOperator, _ b: CodeColumn) -> BooleanColumn { fatalError() }
  package static func compare(_ a: CodeColumn, _ op: ComparisonOperator, _ b: Int32) -> BooleanColumn { fatalError() }
  /// By the ranks of the codes, each side with its own table (the same one where the dictionary is one).
  package static func compare(_ a: CodeColumn, ranks aRanks: ContiguousArray<Int32>, _ op: ComparisonOperator, _ b: CodeColumn, ranks bRanks: ContiguousArray<Int32>) -> BooleanColumn { fatalError() }
  package static func compare(_ a: CodeColumn, ranks: ContiguousArray<Int32>, _ op: ComparisonOperator, rank: Int32) -> BooleanColumn { fatalError() }
  /// Texts byte for byte, whatever their dictionaries; only equal and notEqual.
  package static func areTextsEqual(_ a: CodeColumn, _ b: TextOperand) -> BooleanColumn { fatalError() }
  package static func compare(_ a: BooleanColumn, _ op: ComparisonOperator, _ b: BooleanColumn) -> BooleanColumn { fatalError() }
  package static func compare(_ a: BooleanColumn, _ op: ComparisonOperator, _ b: Bool) -> BooleanColumn { fatalError() }
  // Membership (missing list items are the caller's)
  package static func isMember(_ a: IntegerColumn, of list: [Int64]) -> BooleanColumn { fatalError() }
  package static func isMember(_ a: NumberColumn, of list: [Double]) -> BooleanColumn { fatalError() }
  package static func isMember(_ a: CodeColumn, of codes: [Int32]) -> BooleanColumn { fatalError() }
  package static func isMember(_ a: CodeColumn, of rows: Bitmap) -> BooleanColumn { fatalError() }
  package static func isBetween(_ a: IntegerColumn, _ lower: Int64, _ upper: Int64) -> BooleanColumn { fatalError() }
  package static func isBetween(_ a: NumberColumn, _ lower: Double, _ upper: Double) -> BooleanColumn { fatalError() }
  package static func isBetween(_ a: CodeColumn, _ lower: Int32, _ upper: Int32) -> BooleanColumn { fatalError() }

  // Logic
  package static func and(_ a: BooleanColumn, _ b: BooleanColumn) -> BooleanColumn { fatalError() }
  package static func or(_ a: BooleanColumn, _ b: BooleanColumn) -> BooleanColumn { fatalError() }
  package static func not(_ a: BooleanColumn) -> BooleanColumn { fatalError() }
  package static func isMissing(_ a: Column) -> BooleanColumn { fatalError() }
  package static func isKnown(_ a: Column) -> BooleanColumn { fatalError() }
  /// The reason of each missing value as a code (`MissingReason.rawValue`); missing where the value is known.
  package static func whyMissing(_ a: Column) -> CodeColumn { fatalError() }
  package static func coalesce(_ a: Column, _ b: Column) -> Column { fatalError() }
  package static func select(condition: BooleanColumn, then: Column, else other: Column) -> Column { fatalError() }

  // Gather
  package static func slice(_ a: Column, _ range: Range<Int>) -> Column { fatalError() }
  package static func gather(_ a: Column, rows: [Int32], missing: MissingReason = .notRecorded) -> Column { fatalError() }
  package static func gather(_ a: Column, rows: ContiguousArray<Int32>, missing: MissingReason = .notRecorded) -> Column { fatalError() }
  /// Through a to-one link: a missing link gives a value missing for the link's reason.
  package static func gather(_ a: Column, through link: CodeColumn) -> Column { fatalError() }
  package static func filter(_ a: Column, by rows: Bitmap) -> Column { fatalError() }
  package static func scatter(_ a: Column, into length: Int, rows: ContiguousArray<Int32>, missing: MissingReason = .notRecorded) -> Column { fatalError() }
  /// Nil for no columns. Kinds must agree (integers beside doubles become doubles).
  package static func concatenate(_ columns: [Column]) -> Column? { fatalError() }
  package static func constant(_ value: Bool, count: Int) -> BooleanColumn { fatalError() }
  package static func constant(_ value: Int64, count: Int) -> IntegerColumn { fatalError() }
  package static func constant(_ value: Double, count: Int) -> NumberColumn { fatalError() }
  package static func constant(text: String, count: Int) -> CodeColumn { fatalError() }
  package static func constant(code: Int32, count: Int, dictionary: TextDictionary? = nil) -> CodeColumn { fatalError() }
  package static func constant(mask: UInt64, count: Int) -> SetColumn { fatalError() }
  package static func missing(_ kind: ColumnKind, count: Int, reason: MissingReason = .notRecorded) -> Column { fatalError() }
  /// One dictionary for several columns of text, with their codes in it.
  package static func unify(_ columns: [CodeColumn]) -> [CodeColumn] { fatalError() }

  // Functions: numbers
  package static func abs(_ a: IntegerColumn, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }
  package static func abs(_ a: NumberColumn) -> NumberColumn { fatalError() }
  package static func round(_ a: IntegerColumn, _ digits: IntegerOperand, active: Bitmap? = nil) -> (column: IntegerColumn, overflowRow: Int?) { fatalError() }
  package static func round(_ a: NumberColumn, _ digits: IntegerOperand = .constant(0), active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func floor(_ a: NumberColumn) -> NumberColumn { fatalError() }
  package static func ceil(_ a: NumberColumn) -> NumberColumn { fatalError() }
  package static func min2(_ a: IntegerColumn, _ b: IntegerColumn) -> IntegerColumn { fatalError() }
  package static func max2(_ a: IntegerColumn, _ b: IntegerColumn) -> IntegerColumn { fatalError() }
  package static func min2(_ a: NumberColumn, _ b: NumberColumn) -> NumberColumn { fatalError() }
  package static func max2(_ a: NumberColumn, _ b: NumberColumn) -> NumberColumn { fatalError() }
  /// By code, or by rank where ranks are given; both columns have one dictionary (`unify` first).
  package static func min2(_ a: CodeColumn, _ b: CodeColumn, ranks: ContiguousArray<Int32>? = nil) -> CodeColumn { fatalError() }
  package static func max2(_ a: CodeColumn, _ b: CodeColumn, ranks: ContiguousArray<Int32>? = nil) -> CodeColumn { fatalError() }
  package static func exp(_ a: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func ln(_ a: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func log10(_ a: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func sqrt(_ a: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  /// Width 0 or below is not computable.
  package static func bin(_ a: IntegerColumn, width: IntegerOperand, active: Bitmap? = nil) -> (column: IntegerColumn, notComputable: Int) { fatalError() }
  package static func bin(_ a: NumberColumn, width: NumberColumn, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  package static func bin(_ a: NumberColumn, width: Double, active: Bitmap? = nil) -> (column: NumberColumn, notComputable: Int) { fatalError() }
  /// Band 0 is below the first break, band k at or above the last; breaks ascend.
  package static func cut(_ a: IntegerColumn, breaks: [Int64]) -> CodeColumn { fatalError() }
  package static func cut(_ a: NumberColumn, breaks: [Double]) -> CodeColumn { fatalError() }

  // Functions: text
  package static func lower(_ a: CodeColumn) -> CodeColumn { fatalError() }
  package static func upper(_ a: CodeColumn) -> CodeColumn { fatalError() }
  package static func trim(_ a: CodeColumn) -> CodeColumn { fatalError() }
  package static func fold(_ a: CodeColumn) -> CodeColumn { fatalError() }
  package static func length(_ a: CodeColumn) -> IntegerColumn { fatalError() }
  package static func left(_ a: CodeColumn, _ n: IntegerOperand) -> CodeColumn { fatalError() }
  package static func right(_ a: CodeColumn, _ n: IntegerOperand) -> CodeColumn { fatalError() }
  /// The n-th word, from 1, negative from the end; missing where there is none.
  package static func word(_ a: CodeColumn, _ n: IntegerOperand, active: Bitmap? = nil) -> (column: CodeColumn, notComputable: Int) { fatalError() }
  package static func startsWith(_ a: CodeColumn, _ b: TextOperand) -> BooleanColumn { fatalError() }
  package static func endsWith(_ a: CodeColumn, _ b: TextOperand) -> BooleanColumn { fatalError() }
  package static func contains(_ a: CodeColumn, _ b: TextOperand) -> BooleanColumn { fatalError() }
  /// The operator `~`.
  package static func containsFolded(_ a: CodeColumn, _ b: TextOperand) -> BooleanColumn { fatalError() }
  package static func replace(_ a: CodeColumn, _ old: TextOperand, with new: TextOperand) -> CodeColumn { fatalError() }
  package static func join(_ a: CodeColumn, _ b: TextOperand) -> CodeColumn { fatalError() }

  // Functions: dates, as days since 1970-01-01
  package static func year(_ a: IntegerColumn) -> IntegerColumn { fatalError() }
  package static func month(_ a: IntegerColumn) -> IntegerColumn { fatalError() }
  package static func day(_ a: IntegerColumn) -> IntegerColumn { fatalError() }
  package static func quarter(_ a: IntegerColumn) -> IntegerColumn { fatalError() }
  package static func date(_ year: IntegerColumn, _ month: IntegerColumn, _ day: IntegerColumn, active: Bitmap? = nil) -> (column: IntegerColumn, notComputable: Int) { fatalError() }
  package static func yearsBetween(_ a: IntegerColumn, _ b: IntegerColumn) -> IntegerColumn { fatalError() }
  package static func monthsBetween(_ a: IntegerColumn, _ b: IntegerColumn) -> IntegerColumn { fatalError() }
  package static func bin(_ a: IntegerColumn, by unit: CalendarUnit) -> IntegerColumn { fatalError() }

  // Functions: sets
  package static func set(of element: CodeColumn) -> SetColumn { fatalError() }
  package static func has(_ a: SetColumn, element: CodeColumn) -> BooleanColumn { fatalError() }
  package static func hasAny(_ a: SetColumn, _ b: SetColumn) -> BooleanColumn { fatalError() }
  package static func hasAny(_ a: SetColumn, _ mask: UInt64) -> BooleanColumn { fatalError() }
  package static func hasAll(_ a: SetColumn, _ b: SetColumn) -> BooleanColumn { fatalError() }
  package static func hasAll(_ a: SetColumn, _ mask: UInt64) -> BooleanColumn { fatalError() }
  package static func areEqual(_ a: SetColumn, _ b: SetColumn) -> BooleanColumn { fatalError() }
  package static func areEqual(_ a: SetColumn, _ mask: UInt64) -> BooleanColumn { fatalError() }
  package static func join(_ a: SetColumn, _ b: SetColumn) -> SetColumn { fatalError() }
  package static func takeAway(_ a: SetColumn, _ b: SetColumn) -> SetColumn { fatalError() }
  package static func length(_ a: SetColumn) -> IntegerColumn { fatalError() }
}

/// Aggregates of truth over the children of each parent: positions `starts[i]..<ends[i]` of the child block.
package enum Segments {
  package static func any(_ truth: BooleanColumn, starts: [Int32], ends: [Int32]) -> BooleanColumn { fatalError() }
  package static func all(_ truth: BooleanColumn, starts: [Int32], ends: [Int32]) -> BooleanColumn { fatalError() }
  package static func none(_ truth: BooleanColumn, starts: [Int32], ends: [Int32]) -> BooleanColumn { fatalError() }
  package static func countTrue(_ truth: BooleanColumn, starts: [Int32], ends: [Int32]) -> (count: IntegerColumn, unknown: IntegerColumn) { fatalError() }
  package static func lengths(starts: [Int32], ends: [Int32]) -> IntegerColumn { fatalError() }
}
extension TextDictionary { package func code(of text: String) -> Int32? { nil } }
