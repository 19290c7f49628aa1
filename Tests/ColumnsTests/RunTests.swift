import Columns
import Testing

/// Aggregates and groupings over more rows than a run has: what runs found side by side is merged as if it were one.
@Suite struct RunTests {
  /// Two whole runs and a part that ends within a word.
  private static let rows = 2 * Parallel.runLength + 777

  private func sample(_ groups: Int) -> Sample { Sample(seed: 77, rows: Self.rows, groups: groups) }

  /// Few groups are counted by comparison, more by four tables, very many without runs.
  @Test(arguments: [1, 5, 6, 7, 300, 10_000]) func countsAndSums(_ count: Int) throws {
    let sample = sample(count)
    var known = [Int64](repeating: 0, count: count)
    var sums = known
    for (row, group) in sample.groups.groups.enumerated() where group >= 0 {
      guard let value = sample.integers[row] else { continue }
      known[Int(group)] += 1
      sums[Int(group)] += value
    }
    let column = Column.integers(sample.integers)
    #expect(try Aggregates.countKnown(column, sample.groups).column.whole == known.map { $0 })
    #expect(try Aggregates.sum(column, sample.groups).column.whole == sums.map { $0 })
    let decimals = Column.numbers(sample.numbers)
    let found = try Aggregates.sum(decimals, sample.groups).column.doubles
    // Eighths add up exactly, whatever the order.
    #expect(found == sums.map { Double($0) / 8000 })
  }

  @Test(arguments: [1, 5, 6, 7, 300, 10_000]) func countsOfRowsThatAllHaveAGroup(_ count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let groups = (0..<Self.rows).map { _ in Int32.random(in: 0..<Int32(count), using: &generator) }
    var wanted = [Int64](repeating: 0, count: count)
    for group in groups { wanted[Int(group)] += 1 }
    let assignment = GroupAssignment(groups: ContiguousArray(groups), count: count)
    #expect(try Aggregates.countRows(assignment).column.whole == wanted.map { $0 })
  }

  @Test(arguments: [1, 4, 300, 10_000]) func quantiles(_ count: Int) {
    let sample = sample(count)
    var values = [[Double]](repeating: [], count: count)
    for (row, group) in sample.groups.groups.enumerated() where group >= 0 {
      if let value = sample.integers[row] { values[Int(group)].append(Double(value)) }
    }
    let found = Aggregates.median(.integers(sample.integers), sample.groups).column.doubles
    for (group, sorted) in values.map({ $0.sorted() }).enumerated() {
      let middle = sorted.isEmpty ? nil : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      #expect(found[group] == middle)
    }
  }

  @Test func variance() {
    let sample = sample(7)
    let found = Aggregates.variance(.numbers(sample.numbers), sample.groups).column.doubles
    for group in 0..<7 {
      let values = sample.rows(group).compactMap { sample.numbers[$0] }
      let mean = values.reduce(0, +) / Double(values.count)
      let wanted = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
      #expect(found[group].map { abs($0 - wanted) < 1e-9 * wanted } ?? false)
    }
  }

  @Test(arguments: [3, 500, 20_000]) func groups(_ domain: Int) {
    var generator = SeededGenerator(seed: UInt64(domain))
    let codes = (0..<Self.rows).map { _ -> Int32? in
      let code = Int32.random(in: -1..<Int32(domain), using: &generator)
      return code < 0 ? nil : code
    }
    let dense = Grouping.densify([GroupKey(.codes(codes))], count: codes.count)
    var first: [Int32: Int32] = [:]
    for (row, code) in codes.enumerated() {
      let key = code ?? .max
      if first[key] == nil { first[key] = Int32(row) }
    }
    let keys = first.keys.sorted()
    #expect(dense.count == keys.count)
    #expect(Array(dense.representativeRow) == keys.map { first[$0] ?? -1 })
    for (row, group) in dense.assignment.groups.enumerated() where keys[Int(group)] != codes[row] ?? .max {
      Issue.record("row \(row) is in another group")
      return
    }
  }

  @Test func rowsThatLieTogether() throws {
    var generator = SeededGenerator(seed: 5)
    var codes = ContiguousArray<Int32>()
    while codes.count < Self.rows {
      let code = Int32.random(in: 0..<40, using: &generator)
      codes.append(contentsOf: repeatElement(code, count: Int.random(in: 1...400, using: &generator)))
    }
    let starts = try #require(GroupRuns.starts(of: codes))
    #expect(starts.first == 0 && starts.last == Int32(codes.count))
    let runs = GroupRuns(starts: starts, groups: ContiguousArray(starts.dropLast().map { codes[Int($0)] }))
    #expect(runs.rows == codes)
    #expect(GroupRuns.starts(of: ContiguousArray((0..<1_000).map { $0 % 2 })) == nil)
    let plain = GroupAssignment(groups: codes, count: 41)
    let grouped = GroupAssignment(groups: codes, count: 41, runs: runs)
    let values = codes.indices.map { row -> Int64? in
      row % 11 == 0 ? nil : Int64.random(in: (-1 << 40)...(1 << 40), using: &generator)
    }
    for column in [Column.integers(values), .integers(values.map { $0 ?? 7 })] {
      let (a, b) = (try Aggregates.sum(column, plain), try Aggregates.sum(column, grouped))
      #expect(a.column.whole == b.column.whole)
      #expect(a.skipped == b.skipped)
      #expect(
        Aggregates.mean(column, plain).column.doubles == Aggregates.mean(column, grouped).column.doubles)
      #expect(
        try Aggregates.countKnown(column, plain).column.whole
          == Aggregates.countKnown(column, grouped).column.whole)
    }
    #expect(
      try Aggregates.countRows(plain).column.whole == Aggregates.countRows(grouped).column.whole)
  }

  private struct Refusal: Error, Equatable { var part: Int }

  @Test(arguments: [1, 2, 3, 7]) func theFirstErrorInOrderIsThrown(_ threads: Int) {
    let parts = Array(0..<200)
    #expect(Parallel.map(parts, threads: threads) { $0 * 2 } == parts.map { $0 * 2 })
    #expect(throws: Refusal(part: 40)) {
      try Parallel.map(parts, threads: threads) { (part) throws(Refusal) -> Int in
        if part >= 40, part % 10 == 0 { throw Refusal(part: part) }
        return part
      }
    }
  }
}
