import Source

/// How numbers are written.
enum NumberFormat: String, CaseIterable {
  /// Decimal point, no grouping.
  case en
  /// Decimal comma, points between thousands.
  case vi
}

/// How dates are written; ISO is read in each.
enum DateFormat: String, CaseIterable {
  case iso
  case dmy
  case mdy
}

/// What stands in a column's cells besides its plain values.
struct CellFormat {
  var numbers = NumberFormat.en
  /// Nil reads ISO and day/month/year.
  var dates: DateFormat?
  /// Texts that mean "not recorded".
  var missing: Set<String> = ["--", "N/A", "."]
  /// What a text stands for, by the text.
  var recode: [String: String] = [:]
  /// The value of an empty cell; nil leaves it to the type (missing, or the empty set).
  var empty: EmptyCell?
  /// Texts that are true, or false, beside the usual ones.
  var trueTexts: Set<String> = []
  var falseTexts: Set<String> = []

  enum EmptyCell: Equatable {
    case missing
    case value(String)
  }

  /// Whether cells must be looked up as texts before they are read as numbers or dates.
  var isTranslated: Bool { !recode.isEmpty || empty != nil || !extraMissing.isEmpty }

  /// Missing tokens that could be read as numbers or dates (`-1`, `99`).
  private var extraMissing: Set<String> {
    missing.filter { DecimalText($0, format: numbers) != nil || DateText.days($0, dates) != nil }
  }

  /// What a text stands for: recoded, or nil where it is missing.
  func translated(_ text: String) -> String? {
    let plain = text.composed
    let value = recode[plain] ?? foldedRecode(plain) ?? plain
    return value == "missing" && !recode.isEmpty || missing.contains(value) ? nil : value
  }

  /// Recodes are matched exactly, else without regard to case and marks where that is not ambiguous.
  private func foldedRecode(_ text: String) -> String? {
    guard !recode.isEmpty else { return nil }
    let folded = text.folded
    let fitting = Set(recode.filter { $0.key.folded == folded }.values)
    return fitting.count == 1 ? fitting.first : nil
  }
}

/// What a cell's text comes to.
enum CellOutcome<Value> {
  case value(Value)
  case missing
  case bad
}

/// A cell that could not be read.
struct BadCell {
  var row: Int32
  /// Its text, cut short; nil where the field is not open.
  var text: String?
}
