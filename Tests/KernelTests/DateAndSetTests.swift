import Columns
import Foundation
import Testing

@Suite struct DateFunctionTests {
  /// Days of a date, by counting.
  private let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    return calendar
  }()

  private func parts(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let date = Date(timeIntervalSince1970: Double(days) * 86_400)
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return (Int64(parts.year ?? 0), Int64(parts.month ?? 0), Int64(parts.day ?? 0))
  }

  @Test(arguments: lengths) func partsAndBins(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 2300)
    // 1600 to 2400: Foundation's calendar turns Julian before 1582.
    let dates = random.integers(count, -135_000...157_000)
    #expect(Kernels.year(dates).cells == dates.cells.map { $0.map { parts($0).year } })
    #expect(Kernels.month(dates).cells == dates.cells.map { $0.map { parts($0).month } })
    #expect(Kernels.day(dates).cells == dates.cells.map { $0.map { parts($0).day } })
    #expect(Kernels.quarter(dates).cells == dates.cells.map { $0.map { (parts($0).month + 2) / 3 } })
    for unit in CalendarUnit.allCases {
      for (date, start) in zip(dates.cells, Kernels.bin(dates, by: unit).cells) {
        guard case .known(let date) = date, case .known(let start) = start else {
          #expect(date == start)
          continue
        }
        let (whole, first) = (parts(date), parts(start))
        let month =
          switch unit {
          case .month: whole.month
          case .quarter: (whole.month - 1) / 3 * 3 + 1
          case .year: 1 as Int64
          }
        #expect(first == (whole.year, month, 1))
      }
    }
    let (years, months, days) = (Kernels.year(dates), Kernels.month(dates), Kernels.day(dates))
    #expect(Kernels.date(years, months, days).column.cells == dates.cells)
  }

  private func day(_ year: Int64, _ month: Int64, _ day: Int64) -> IntegerColumn {
    Kernels.date(IntegerColumn([year]), IntegerColumn([month]), IntegerColumn([day])).column
  }

  @Test func datesByHand() {
    #expect(day(1970, 1, 1).values == [0])
    #expect(day(2023, 12, 15).values == [19_706])
    #expect(day(0, 3, 1).values == [-719_468])
    #expect(day(9999, 12, 31).validity.isKnown(0))
    for (y, m, d) in [
      (2023, 2, 29), (1900, 2, 29), (2023, 4, 31), (2023, 13, 1), (2023, 0, 1), (2023, 1, 0), (10_000, 1, 1),
      (-1, 1, 1), (.max, .max, .max), (2023, .min, .min),
    ] as [(Int64, Int64, Int64)] {
      let (column, notComputable) = Kernels.date(IntegerColumn([y]), IntegerColumn([m]), IntegerColumn([d]))
      #expect(column.cells == [.missing(.notComputable)] && notComputable == 1)
    }
    #expect(day(2000, 2, 29).validity.isKnown(0))
    for extreme in [Int64.min, .max] {
      #expect(Kernels.year(IntegerColumn([extreme])).values.count == 1)
      #expect(Kernels.bin(IntegerColumn([extreme]), by: .quarter).values.count == 1)
      #expect(Kernels.monthsBetween(IntegerColumn([extreme]), IntegerColumn([0])).values.count == 1)
    }
  }

  @Test func completedYearsAndMonths() {
    let cases: [((Int64, Int64, Int64), (Int64, Int64, Int64), months: Int64, years: Int64)] = [
      ((2020, 2, 29), (2021, 2, 28), 11, 0), ((2020, 2, 29), (2021, 3, 1), 12, 1),
      ((2020, 2, 29), (2024, 2, 29), 48, 4),
      ((2023, 1, 31), (2023, 2, 28), 0, 0), ((2023, 1, 31), (2023, 3, 1), 1, 0),
      ((2000, 6, 15), (2023, 6, 14), 275, 22),
      ((2023, 6, 15), (2000, 6, 15), -276, -23), ((2023, 6, 14), (2000, 6, 15), -275, -22),
      ((2023, 5, 5), (2023, 5, 5), 0, 0),
    ]
    for (a, b, months, years) in cases {
      let (first, second) = (day(a.0, a.1, a.2), day(b.0, b.1, b.2))
      #expect(Kernels.monthsBetween(first, second).values == [months])
      #expect(Kernels.yearsBetween(first, second).values == [years])
    }
  }
}

@Suite struct SetFunctionTests {
  @Test(arguments: lengths) func agreesWithRows(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 2400)
    let (a, b, e) = (random.sets(count), random.sets(count), random.codes(count, below: 64))
    func both<R>(_ operation: (UInt64, UInt64) -> R) -> [Cell<R>] {
      zip(a.cells, b.cells).map { .both($0, $1) { .known(operation($0, $1)) } }
    }
    #expect(Kernels.hasAny(a, b).cells == both { $0 & $1 != 0 })
    #expect(Kernels.hasAll(a, b).cells == both { $0 | $1 == $0 })
    #expect(Kernels.areEqual(a, b).cells == both { $0 == $1 })
    #expect(Kernels.join(a, b).cells == both { $0 | $1 })
    #expect(Kernels.takeAway(a, b).cells == both { $0 & ~$1 })
    #expect(Kernels.hasAny(a, 6).cells == a.cells.map { $0.map { $0 & 6 != 0 } })
    #expect(Kernels.hasAll(a, 6).cells == a.cells.map { $0.map { $0 & 6 == 6 } })
    #expect(Kernels.areEqual(a, 6).cells == a.cells.map { $0.map { $0 == 6 } })
    #expect(Kernels.length(a).cells == a.cells.map { $0.map { Int64($0.nonzeroBitCount) } })
    #expect(Kernels.set(of: e).cells == e.cells.map { $0.map { 1 << UInt64($0) } })
    #expect(
      Kernels.has(a, element: e).cells
        == zip(a.cells, e.cells).map { .both($0, $1) { .known($0 >> UInt64($1) & 1 == 1) } })
  }
}
