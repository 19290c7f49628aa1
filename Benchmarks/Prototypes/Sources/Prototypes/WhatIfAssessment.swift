/// Prototype 4: `households | suppose income = income + 200_000 | count by assessed`.
///
/// Open: an overlay as an expression or as a copied column, and how twelve indicators are added up.
struct WhatIfAssessment {
  enum Overlay {
    /// The expression is put in place of the field and evaluated once a block.
    case once
    /// The same, evaluated again at each use of the field.
    case eachUse
    /// The whole column is computed beforehand.
    case copied
    /// No overlay.
    case none
  }

  enum Addition { case bitSliced, bytes }

  enum Counting {
    /// The bits of each class are counted; no column of codes is made.
    case bitmaps
    /// A column of codes is made and its cells are counted.
    case codes
  }

  static let rise: Int64 = 200_000
  static let enough = 3
  let snapshot: SyntheticSnapshot
  let incomeLine: [Int64] = [1_500_000, 2_000_000]
  let averageLine: [Int64] = [2_250_000, 3_000_000]

  static func run(_ snapshot: SyntheticSnapshot, _ report: inout Report) {
    let prototype = WhatIfAssessment(snapshot: snapshot)
    let rows = snapshot.count
    let counts = prototype.perRow(rise: rise)
    let expected = CountByClassAndPlace.checksum(counts)
    print("\npoor, near poor, average, other, open: \(counts)")
    report.heading("4. suppose income = income + 200_000, count by assessed, \(rows) households")
    report.measure("loop over rows, written by hand", rows: rows, expecting: expected) {
      CountByClassAndPlace.checksum(prototype.perRow(rise: rise))
    }
    for size in [1_024, 4_096, 16_384, 65_536, rows] {
      report.measure("bit-sliced, overlay once, blocks of \(size)", rows: rows, expecting: expected) {
        prototype.checksum(size, .once, .bitSliced, .bitmaps)
      }
    }
    let size = 16_384
    report.measure("16384, byte sums, overlay once", rows: rows, expecting: expected) {
      prototype.checksum(size, .once, .bytes, .bitmaps)
    }
    report.measure("16384, bit-sliced, overlay at each use", rows: rows, expecting: expected) {
      prototype.checksum(size, .eachUse, .bitSliced, .bitmaps)
    }
    report.measure("16384, bit-sliced, overlay a copied column", rows: rows, expecting: expected) {
      prototype.checksum(size, .copied, .bitSliced, .bitmaps)
    }
    report.measure("16384, bit-sliced, overlay once, by codes", rows: rows, expecting: expected) {
      prototype.checksum(size, .once, .bitSliced, .codes)
    }
    for size in [1_024, 4_096, 16_384, 65_536] {
      report.measure("the same, new arrays for each block of \(size)", rows: rows, expecting: expected) {
        CountByClassAndPlace.checksum(prototype.assess(size, .once, .bitSliced, .bitmaps, fresh: true))
      }
    }
    let plain = CountByClassAndPlace.checksum(prototype.perRow(rise: 0))
    report.measure("16384, bit-sliced, no overlay", rows: rows, expecting: plain) {
      prototype.checksum(size, .none, .bitSliced, .bitmaps)
    }
  }

  private func checksum(_ size: Int, _ overlay: Overlay, _ addition: Addition, _ counting: Counting) -> Int {
    CountByClassAndPlace.checksum(assess(size, overlay, addition, counting))
  }

  /// How many households are of each class, and last how many are open.
  ///
  /// `fresh` makes the arrays between the kernels anew for each block.
  func assess(
    _ size: Int, _ overlay: Overlay, _ addition: Addition, _ counting: Counting, fresh: Bool = false
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: 5)
    var scratch = AssessmentScratch(rows: size)
    var income = snapshot.income
    if overlay == .copied {
      let source = snapshot.income.values
      var target = income.values.mutableSpan
      _ = add(source.span, Self.rise, into: &target)
    }
    Block.each(of: snapshot.count, size: size) { block in
      if fresh { scratch = AssessmentScratch(rows: block.count) }
      let range = block.start..<(block.start + block.count)
      let overlaid = overlay == .once || overlay == .eachUse
      if overlaid { scratch.addToIncome(income.values.span.extracting(range), Self.rise) }
      scratch.compareIncome(income, block, overlaid, snapshot.area, line: incomeLine, isLow: true)
      if overlay == .eachUse { scratch.addToIncome(income.values.span.extracting(range), Self.rise) }
      scratch.compareIncome(income, block, overlaid, snapshot.area, line: averageLine, isLow: false)
      switch addition {
      case .bitSliced: scratch.sumBits(snapshot.indicators, block)
      case .bytes: scratch.sumBytes(snapshot.indicators, block)
      }
      switch counting {
      case .bitmaps: scratch.countClasses(block, into: &counts)
      case .codes: scratch.countCodes(block, into: &counts)
      }
    }
    return counts
  }

  /// The reference: one loop with everything in it.
  func perRow(rise: Int64) -> [Int] {
    var counts = [Int](repeating: 0, count: 5)
    for row in 0..<snapshot.count {
      let shift = UInt64(row & 63)
      var least = 0
      var most = 0
      for indicator in 0..<SyntheticSnapshot.indicatorCount {
        let isTrue = (snapshot.indicators[indicator].isTrue.words[row >> 6] >> shift) & 1
        let isKnown = (snapshot.indicators[indicator].isKnown.words[row >> 6] >> shift) & 1
        least += Int(isTrue)
        most += Int(isTrue | (isKnown ^ 1))
      }
      guard (snapshot.income.known.words[row >> 6] >> shift) & 1 == 1 else {
        counts[4] += 1
        continue
      }
      let income = snapshot.income.values[row] + rise
      let area = Int(snapshot.area[row])
      if income <= incomeLine[area] {
        counts[least >= Self.enough ? 0 : most < Self.enough ? 1 : 4] += 1
      } else {
        counts[income <= averageLine[area] ? 2 : 3] += 1
      }
    }
    return counts
  }
}
