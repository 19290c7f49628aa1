import Columns
import Testing

@Suite struct MovementTests {
  @Test(arguments: lengths) func gatherTakesRowsInTheOrderAsked(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 1000)
    for column in random.columnsOfAllKinds(count) {
      let rows = (0..<random.below(300)).map { _ in Int32(random.below(count + 1) - 1) }
      let before = described(column)
      let isList = column.kind == .list
      let expected = rows.map { $0 >= 0 ? before[Int($0)] : isList ? "" : describedMissing(.notPresent) }
      #expect(described(Kernels.gather(column, rows: rows, missing: .notPresent)) == expected)
      #expect(
        described(Kernels.gather(column, rows: ContiguousArray(rows), missing: .notPresent)) == expected)
      guard count > 0 else { continue }
      let link = random.codes(200, below: count)
      let through = link.cells.map { cell -> String in
        switch cell {
        case .known(let row): before[Int(row)]
        case .missing(let reason): isList ? "" : describedMissing(reason)
        }
      }
      #expect(described(Kernels.gather(column, through: link)) == through)
    }
  }

  @Test(arguments: lengths) func sliceFilterAndScatter(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 1100)
    for column in random.columnsOfAllKinds(count) {
      let before = described(column)
      let isList = column.kind == .list
      let start = random.below(count + 1)
      let range = start..<(start + random.below(count - start + 1))
      #expect(described(Kernels.slice(column, range)) == Array(before[range]))
      let kept = random.bitmap(count)
      #expect(
        described(Kernels.filter(column, by: kept)) == before.indices.filter { kept[$0] }.map { before[$0] })
      #expect(described(Kernels.filter(column, by: Bitmap(repeating: true, count: count))) == before)
      let targets = Array(0..<Int32(count * 2)).shuffled(using: &random).prefix(count)
      var expected = Array(repeating: isList ? "" : describedMissing(.notPresent), count: count * 2)
      for (index, row) in targets.enumerated() { expected[Int(row)] = before[index] }
      let scattered = Kernels.scatter(
        column, into: count * 2, rows: ContiguousArray(targets), missing: .notPresent)
      #expect(described(scattered) == expected)
    }
  }

  @Test(arguments: lengths) func concatenationIsInOrder(_ count: Int) {
    var random = SeededGenerator(UInt64(count) + 1200)
    let (first, second, third) = (
      random.columnsOfAllKinds(count), random.columnsOfAllKinds(70), random.columnsOfAllKinds(count / 2)
    )
    for index in first.indices {
      let parts = [first[index], second[index], third[index]]
      #expect(Kernels.concatenate(parts).map(described) == parts.flatMap(described))
    }
    #expect(Kernels.concatenate([]).map(described) == nil)
  }

  @Test func blocksPutTogetherAgainAreTheColumn() {
    var random = SeededGenerator(1300)
    for column in random.columnsOfAllKinds(1000) {
      let blocks = stride(from: 0, to: 1000, by: 96).map { Kernels.slice(column, $0..<min(1000, $0 + 96)) }
      #expect(Kernels.concatenate(blocks).map(described) == described(column))
    }
    let mixed = Kernels.concatenate([.integer(IntegerColumn([1])), .number(NumberColumn([0.5]))])
    #expect(mixed.map(described) == ["known(1.0)", "known(0.5)"])
  }

  @Test func unifiedTextsKeepTheirMeaning() {
    var random = SeededGenerator(1400)
    for count in lengths {
      let columns = [random.texts(count, from: words), random.texts(count, from: ["a", "b", "Trà My"])]
      let unified = Kernels.unify(columns)
      #expect(unified.map(\.texts) == columns.map(\.texts))
      #expect(unified[0].dictionary?.texts == unified[1].dictionary?.texts)
    }
    // A dictionary much longer than its block takes the other way to the texts used.
    let long = (0..<20_000).map { "text \($0)" }
    let columns = [random.texts(100, from: long), random.texts(100, from: long)]
    #expect(Kernels.unify(columns).map(\.texts) == columns.map(\.texts))
    #expect(Kernels.lower(columns[0]).texts == columns[0].texts)
    #expect(
      Kernels.areTextsEqual(columns[0], .constant("text 7")).cells
        == columns[0].texts.map { $0.map { $0 == "text 7" } })
  }

  @Test func constantsAndMissing() {
    #expect(Kernels.constant(true, count: 65).bits.isAllSet)
    #expect(Kernels.constant(7 as Int64, count: 2).values == [7, 7])
    #expect(Kernels.constant(text: "é", count: 2).texts == [.known("é"), .known("é")])
    #expect(Kernels.constant(mask: 5, count: 1).masks == [5])
    for kind in [ColumnKind.boolean, .integer, .number, .code, .set] {
      let column = Kernels.missing(kind, count: 66, reason: .badValue)
      #expect(
        column.kind == kind && described(column) == Array(repeating: describedMissing(.badValue), count: 66))
    }
    #expect(described(Kernels.missing(.list, count: 2)) == ["", ""])
  }
}
