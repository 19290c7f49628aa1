/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
///
/// The arithmetic is Howard Hinnant's `days_from_civil`, exact for every year that fits.
package struct CivilDate: Hashable, Comparable, Sendable {
  package var days: Int

  package init(days: Int) { self.days = days }

  /// Nil where the month or day does not exist.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (0...9999).contains(year), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    days = CivilDate.dayNumber(year, month, day)
  }

  package static func < (a: CivilDate, b: CivilDate) -> Bool { a.days < b.days }

  package static func isLeap(_ year: Int) -> Bool { (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package var components: (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// `2023-12-15`.
  package var iso: String {
    let (year, month, day) = components
    return "\(CivilDate.padded(year, 4))-\(CivilDate.padded(month, 2))-\(CivilDate.padded(day, 2))"
  }

  /// A number in decimal with leading zeros.
  package static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Completed months from this day to another, negative backwards; a day that a month lacks counts on the first
  /// of the next.
  package func months(to other: CivilDate) -> Int {
    if other < self { return -other.months(to: self) }
    let (a, b) = (components, other.components)
    let months = (b.year - a.year) * 12 + b.month - a.month
    return b.day < a.day ? months - 1 : months
  }

  /// Completed years from this day to another; 29 February counts on 1 March (Civil Code practice).
  package func years(to other: CivilDate) -> Int {
    let months = months(to: other)
    return months / 12
  }

  /// Parses `yyyy-mm-dd`; nil where it is no date.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
