import Columns
import Schema
import Source

/// What a row of a result is: data, or a sum over rows above or below it.
package enum RowRole: UInt8, Sendable { case data, subtotal, total }

/// A column of a result: named, typed, in storage form.
///
/// Text, enums and dates are as their types say. An entity's values are codes into the column's dictionary of names;
/// `qualified` holds, by the same codes, the name with the one above it, and prints where two names of the column fold
/// alike.
package struct ResultColumn: Sendable {
  package var name: String
  package var label: Localized?
  package var type: ValueType
  package var column: Column
  package var qualified: TextDictionary?
  /// Whether it identifies the row (a key of `by`, or of the entity): kept when a wide table is cut.
  package var isKey: Bool
  /// In the label of a missing value of a key: `(missing)`, or `(not present)` by its reason.
  package var namesMissing: Bool
  /// For a set that was a key: a code beyond the enum's values is the empty set, `(none)`.
  package var noneCode: Int32?

  package init(
    name: String, label: Localized? = nil, type: ValueType, column: Column, qualified: TextDictionary? = nil,
    isKey: Bool = false, namesMissing: Bool = false, noneCode: Int32? = nil
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.column = column
    self.qualified = qualified
    self.isKey = isKey
    self.namesMissing = namesMissing
    self.noneCode = noneCode
  }
}

/// A table of results.
package struct ResultTable: Sendable {
  package var columns: [ResultColumn]
  package var count: Int
  /// One role a row where totals or subtotals were asked for; else nil.
  package var roles: [RowRole]?
  /// For a subtotal or total row, how many keys from the left are its own; the others print `Total`.
  package var keysKept: [Int]?

  package init(columns: [ResultColumn], count: Int, roles: [RowRole]? = nil, keysKept: [Int]? = nil) {
    self.columns = columns
    self.count = count
    self.roles = roles
    self.keysKept = keysKept
  }
}

/// One line of the account of rows: what a stage kept, dropped, cut, or could not decide.
package enum LedgerEntry: Sendable, Equatable {
  /// `where: kept 4 · dropped 7 · undetermined 1 (class 1)`
  case filter(stage: String, kept: Int, dropped: Int, undetermined: Int, causes: [Cause])
  /// `mean(income): skipped 2 missing`
  case skipped(text: String, count: Int)
  /// `top: kept 2 · cut 1 tied`
  case cut(stage: String, kept: Int, tied: Int)
  /// Rows or children that an aggregate left out because their `where` is undetermined.
  case undeterminedInside(text: String, count: Int, causes: [Cause])
  /// Divisions by zero and functions outside their domain.
  case notComputable(text: String, count: Int)
  /// `mean(household.size): weighted by members`: a value of the parent that each child repeats.
  case weighed(text: String, by: String)
  /// Rows that a total would lose: rows without a weight.
  case unweighted(text: String, count: Int)

  package struct Cause: Sendable, Equatable {
    package var field: String
    package var count: Int
    package init(field: String, count: Int) {
      self.field = field
      self.count = count
    }
  }
}

/// What a statement gives.
package enum Outcome: Sendable {
  case table(ResultTable)
  /// A single value: a column of one row.
  case value(ResultColumn)
  /// A heading; a paragraph of Markdown.
  case title(String)
  case text(String)
  /// Why a row is what it is; why it is not among some rows.
  case explanation(Explanation)
  case trace(Trace)
}

/// What a statement gives, with its account of rows.
package struct Result: Sendable {
  package var outcome: Outcome
  package var ledger: [LedgerEntry]
  /// What the result supposes, in words; empty where it tells what is.
  package var assumed: [String]

  package init(_ outcome: Outcome, ledger: [LedgerEntry] = [], assumed: [String] = []) {
    self.assumed = assumed
    self.outcome = outcome
    self.ledger = ledger
  }
}
