/// A span of days that `bin` gathers dates by.
package enum CalendarUnit: Sendable, CaseIterable { case month, quarter, year }

/// Functions of dates, which are whole numbers of days since 1970-01-01.
extension Kernels {
  /// `year(date)`.
  package static func year(_ a: IntegerColumn) -> IntegerColumn {
    IntegerColumn(BlockLoops.map(a.values) { CalendarDay($0).year }, a.validity)
  }

  /// `month(date)`, 1 to 12.
  package static func month(_ a: IntegerColumn) -> IntegerColumn {
    IntegerColumn(BlockLoops.map(a.values) { CalendarDay($0).month }, a.validity)
  }

  /// `day(date)`, the day of the month.
  package static func day(_ a: IntegerColumn) -> IntegerColumn {
    IntegerColumn(BlockLoops.map(a.values) { CalendarDay($0).day }, a.validity)
  }

  /// `quarter(date)`, 1 to 4.
  package static func quarter(_ a: IntegerColumn) -> IntegerColumn {
    IntegerColumn(BlockLoops.map(a.values) { (CalendarDay($0).month &+ 2) / 3 }, a.validity)
  }

  /// `date(y, m, d)`; not computable where there is no such day of the years 0 to 9999.
  package static func date(
    _ year: IntegerColumn, _ month: IntegerColumn, _ day: IntegerColumn, active: Bitmap? = nil
  ) -> (column: IntegerColumn, notComputable: Int) {
    let months = BlockLoops.zip(year.values, month.values) { year, month in
      (0...9999).contains(year) && (1...12).contains(month) ? year * 12 + month - 1 : -1
    }
    let values = BlockLoops.zip(months, day.values) { months, day -> Int64 in
      guard months >= 0 else { return .min }
      let (year, month) = (months / 12, months % 12 + 1)
      guard day >= 1, day <= CalendarDay.length(ofMonth: month, year: year) else { return .min }
      return CalendarDay.days(year: year, month: month, day: day)
    }
    let validity = Validity.both(.both(year.validity, month.validity), day.validity)
    return computed(values, validity, active, failing: BlockLoops.test(values) { $0 == .min })
  }

  /// `months_between(a, b)`: completed months from `a` to `b`, negative backwards; a day that a month lacks counts on
  /// the first of the next.
  package static func monthsBetween(_ a: IntegerColumn, _ b: IntegerColumn) -> IntegerColumn {
    IntegerColumn(
      BlockLoops.zip(a.values, b.values) { CalendarDay.months($0, $1) }, .both(a.validity, b.validity))
  }

  /// `years_between(a, b)`: completed years from `a` to `b`; 29 February counts on 1 March.
  package static func yearsBetween(_ a: IntegerColumn, _ b: IntegerColumn) -> IntegerColumn {
    IntegerColumn(
      BlockLoops.zip(a.values, b.values) { CalendarDay.months($0, $1) / 12 }, .both(a.validity, b.validity))
  }

  /// `bin(date, month)` and its like: the first day of the month, quarter or year.
  package static func bin(_ a: IntegerColumn, by unit: CalendarUnit) -> IntegerColumn {
    let values =
      switch unit {
      case .month: BlockLoops.map(a.values) { $0 &- CalendarDay($0).day &+ 1 }
      case .quarter:
        BlockLoops.map(a.values) {
          let date = CalendarDay($0)
          return CalendarDay.days(year: date.year, month: (date.month &- 1) / 3 &* 3 &+ 1, day: 1)
        }
      case .year:
        BlockLoops.map(a.values) { CalendarDay.days(year: CalendarDay($0).year, month: 1, day: 1) }
      }
    return IntegerColumn(values, a.validity)
  }
}

/// Year, month and day of a day number in the proleptic Gregorian calendar.
///
/// The arithmetic is Howard Hinnant's `civil_from_days` and `days_from_civil`, wrapping, because what stands at a
/// missing row may be any number.
private struct CalendarDay {
  let year: Int64
  let month: Int64
  let day: Int64

  @inline(__always)
  init(_ days: Int64) {
    let shifted = days &+ 719_468
    let era = (shifted >= 0 ? shifted : shifted &- 146_096) / 146_097
    let dayOfEra = shifted &- era &* 146_097
    let yearOfEra = (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let shiftedMonth = (5 &* dayOfYear &+ 2) / 153
    month = shiftedMonth &+ (shiftedMonth < 10 ? 3 : -9)
    year = yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0)
    day = dayOfYear &- (153 &* shiftedMonth &+ 2) / 5 &+ 1
  }

  @inline(__always)
  static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let y = month <= 2 ? year &- 1 : year
    let era = (y >= 0 ? y : y &- 399) / 400
    let yearOfEra = y &- era &* 400
    let dayOfYear = (153 &* (month &+ (month > 2 ? -3 : 9)) &+ 2) / 5 &+ day &- 1
    return era &* 146_097 &+ yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear &- 719_468
  }

  @inline(__always)
  static func length(ofMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Completed months, counted from the earlier day to the later one.
  @inline(__always)
  static func months(_ a: Int64, _ b: Int64) -> Int64 {
    let (first, second) = (CalendarDay(min(a, b)), CalendarDay(max(a, b)))
    let months =
      (second.year &- first.year) &* 12 &+ second.month &- first.month &- (second.day < first.day ? 1 : 0)
    return a <= b ? months : 0 &- months
  }
}
