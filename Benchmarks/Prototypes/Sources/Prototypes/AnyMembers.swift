/// Prototype 2: `households | where any(members where age >= 6 and not insured)` with its ledger.
///
/// Open: the size of the blocks, how children are reduced to parents, and what the causes cost.
struct AnyMembers {
  /// How the members' truth becomes that of their households.
  enum Reduction {
    /// Cuts each household's range of bits out of the bitmaps and tests it whole.
    case bitRanges
    /// The same, for both bitmaps in one pass.
    case bitRangesTogether
    /// Tests the bits of the range one after the other.
    case singleBits
    /// Goes from each set bit to the household by the link back.
    case scatter
    /// Scatters where fewer than a third of the members have their bit set, and else tests bit ranges.
    case byDensity
  }

  /// When and how the fields that left a household open are found.
  enum Causes {
    case none
    /// Over the members of the open households of the block only.
    case openRows
    /// Over the block's bitmaps once more, where it has an open household.
    case bitmaps
  }

  /// What is printed under the result, and a checksum of the rows kept.
  struct Ledger: Equatable {
    var kept = 0
    var dropped = 0
    var undetermined = 0
    var causedByAge = 0
    var causedByInsured = 0

    var checksum: Int {
      kept &+ 3 &* dropped &+ 7 &* undetermined &+ 11 &* causedByAge &+ 13 &* causedByInsured
    }
  }

  let snapshot: SyntheticSnapshot
  /// The members' link back is a column of the snapshot; the age they are compared with is the query's.
  static let schoolAge: Int64 = 6

  static func run(_ snapshot: SyntheticSnapshot, _ report: inout Report) {
    let prototype = AnyMembers(snapshot: snapshot)
    let ledger = prototype.perMember()
    let rows = snapshot.count
    print("\n\(ledger)")
    report.heading("2. any(members where age >= 6 and not insured), \(rows) households")
    report.measure("loop over members, causes in the same loop", rows: rows, expecting: ledger.checksum) {
      prototype.perMember().checksum
    }
    for size in [1_024, 4_096, 16_384, 65_536, rows] {
      let name = "bitmaps, bit ranges, blocks of \(size), causes of open rows"
      report.measure(name, rows: rows, expecting: ledger.checksum) {
        prototype.blocks(of: size, reduction: .bitRanges, causes: .openRows).checksum
      }
    }
    let reductions: [(String, Reduction)] = [
      ("bit ranges of both bitmaps in one pass", .bitRangesTogether), ("single bits", .singleBits),
      ("scatter", .scatter), ("scatter or bit ranges by density", .byDensity),
    ]
    for (name, reduction) in reductions {
      report.measure("16384, \(name), causes of open rows", rows: rows, expecting: ledger.checksum) {
        prototype.blocks(of: 16_384, reduction: reduction, causes: .openRows).checksum
      }
    }
    var uncaused = ledger
    uncaused.causedByAge = 0
    uncaused.causedByInsured = 0
    report.measure("16384, bit ranges, no causes", rows: rows, expecting: uncaused.checksum) {
      prototype.blocks(of: 16_384, reduction: .bitRanges, causes: .none).checksum
    }
    report.measure("16384, bit ranges, causes by bitmaps", rows: rows, expecting: ledger.checksum) {
      prototype.blocks(of: 16_384, reduction: .bitRanges, causes: .bitmaps).checksum
    }
    report.measure("16384, by density, no causes", rows: rows, expecting: uncaused.checksum) {
      prototype.blocks(of: 16_384, reduction: .byDensity, causes: .none).checksum
    }
    report.measure("16384, by density, causes by bitmaps", rows: rows, expecting: ledger.checksum) {
      prototype.blocks(of: 16_384, reduction: .byDensity, causes: .bitmaps).checksum
    }
    let members = prototype.countByRanges(size: 16_384)
    report.measure("count(members where …) as a column, 16384", rows: rows, expecting: members) {
      prototype.countByRanges(size: 16_384)
    }
  }

  /// The whole query in blocks of `size` households.
  func blocks(of size: Int, reduction: Reduction, causes: Causes) -> Ledger {
    var ledger = Ledger()
    let starts = snapshot.memberStart
    var members = MemberCondition(snapshot: snapshot, rows: size * 4)
    var households = Truth(rows: size)
    var causeWords = households.isTrue
    var openWords = households.isTrue
    var openRows = [Int32](repeating: 0, count: size)
    Block.each(of: snapshot.count, size: size) { block in
      let range = Int(starts[block.start])..<Int(starts[block.start + block.count])
      members.evaluate(over: range)
      reduce(members, block, reduction, into: &households.isTrue, &households.isKnown)
      let open = summarise(households, block, open: &openWords, into: &ledger)
      guard open > 0, causes != .none else { return }
      if causes == .openRows {
        var target = openRows.mutableSpan
        let found = rowNumbers(
          openWords.span.extracting(first: block.wordCount), base: block.start, into: &target)
        findCauses(of: openRows.span.extracting(first: found), into: &ledger)
      } else {
        for isAge in [true, false] {
          members.leaveOpen(byAge: isAge)
          var target = causeWords.mutableSpan
          if reduction == .byDensity {
            anyByDensity(members.cause.span, members, block, into: &target)
          } else {
            anyInRanges(members.cause.span, starts.span, block, base: members.base, into: &target)
          }
          var count = 0
          for index in 0..<block.wordCount { count += (causeWords[index] & openWords[index]).nonzeroBitCount }
          if isAge { ledger.causedByAge += count } else { ledger.causedByInsured += count }
        }
      }
    }
    return ledger
  }

  /// Households true where a member is, known where a member is true or none is open.
  private func reduce(
    _ members: MemberCondition, _ block: Block, _ reduction: Reduction,
    into trueWords: inout [UInt64], _ knownWords: inout [UInt64]
  ) {
    let starts = snapshot.memberStart.span
    let base = members.base
    var isTrue = trueWords.mutableSpan
    var isKnown = knownWords.mutableSpan
    switch reduction {
    case .bitRangesTogether:
      anyInRanges(
        members.truth.isTrue.span, members.open.span, starts, block, base: base, into: &isTrue, &isKnown)
    case .bitRanges:
      anyInRanges(members.truth.isTrue.span, starts, block, base: base, into: &isTrue)
      anyInRanges(members.open.span, starts, block, base: base, into: &isKnown)
    case .singleBits:
      anyBySingleBits(members.truth.isTrue.span, starts, block, base: base, into: &isTrue)
      anyBySingleBits(members.open.span, starts, block, base: base, into: &isKnown)
    case .scatter:
      let parents = snapshot.household.span
      anyByScatter(members.truth.isTrue.span, members.range, parents, block, base: base, into: &isTrue)
      anyByScatter(members.open.span, members.range, parents, block, base: base, into: &isKnown)
    case .byDensity:
      anyByDensity(members.truth.isTrue.span, members, block, into: &isTrue)
      anyByDensity(members.open.span, members, block, into: &isKnown)
    }
    for index in 0..<block.wordCount { isKnown[index] = isTrue[index] | ~isKnown[index] }
  }

  private func anyByDensity(
    _ words: Span<UInt64>, _ members: MemberCondition, _ block: Block, into result: inout MutableSpan<UInt64>
  ) {
    let set = population(words.extracting(first: (members.range.upperBound - members.base + 63) / 64))
    if set * 3 < members.range.count {
      anyByScatter(
        words, members.range, snapshot.household.span, block, base: members.base, into: &result)
    } else {
      anyInRanges(words, snapshot.memberStart.span, block, base: members.base, into: &result)
    }
  }

  /// Adds a block to the ledger and marks its open rows; returns how many they are.
  private func summarise(
    _ households: Truth, _ block: Block, open: inout [UInt64], into ledger: inout Ledger
  ) -> Int {
    let words = block.wordCount
    let kept = population(households.isTrue.span.extracting(first: words))
    for index in 0..<words { open[index] = ~households.isKnown[index] }
    if block.count & 63 != 0 { open[words - 1] &= (1 << UInt64(block.count & 63)) - 1 }
    let undetermined = population(open.span.extracting(first: words))
    ledger.kept += kept
    ledger.undetermined += undetermined
    ledger.dropped += block.count - kept - undetermined
    return undetermined
  }

  /// How many members fulfil the condition, as a column; returns its checksum.
  func countByRanges(size: Int) -> Int {
    var counts = [Int64](repeating: 0, count: snapshot.count)
    var members = MemberCondition(snapshot: snapshot, rows: size * 4)
    let starts = snapshot.memberStart
    Block.each(of: snapshot.count, size: size) { block in
      members.evaluate(over: Int(starts[block.start])..<Int(starts[block.start + block.count]))
      var target = counts.mutableSpan
      countInRanges(members.truth.isTrue.span, starts.span, block, base: members.base, into: &target)
    }
    return Int(counts.reduce(0, &+))
  }
}
