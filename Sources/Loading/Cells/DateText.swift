import Source

/// Dates as exports write them.
enum DateText {
  /// Days since 1970-01-01 of `2023-12-15`, `15/12/2023`, `15-12-2023` or `15.12.2023`, each with or without a time
  /// of day after it; nil where it is no date.
  static func days(_ text: String, _ format: DateFormat?) -> Int64? {
    let day = text.prefix { $0 != " " && $0 != "T" }
    let separator: Character = day.contains("/") ? "/" : day.contains(".") ? "." : "-"
    let parts = day.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].utf8.count == 4 { return days(numbers[0], numbers[1], numbers[2]) }
    guard parts[2].utf8.count == 4 else { return nil }
    switch format {
    case .iso: return nil
    case .mdy: return days(numbers[2], numbers[0], numbers[1])
    case .dmy, nil: return days(numbers[2], numbers[1], numbers[0])
    }
  }

  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64? {
    CivilDate(year: year, month: month, day: day).map { Int64($0.days) }
  }
}
