/// Prototype 1: `households | count by commune across class`.
///
/// Open: does the sorting by place pay for a path of its own, and does the width of the codes?
struct CountByClassAndPlace {
  let snapshot: SyntheticSnapshot
  /// One cell for each class and one for missing, at code + 1.
  static let stride = SyntheticSnapshot.classCount + 1
  static let cellCount = SyntheticSnapshot.communeCount * stride

  static func run(_ snapshot: SyntheticSnapshot, _ report: inout Report) {
    let prototype = CountByClassAndPlace(snapshot: snapshot)
    let rows = snapshot.count
    let expected = checksum(prototype.fused())
    report.heading("1. Count by commune and class, \(rows) households")
    report.measure("dense, one fused loop, Int32", rows: rows, expecting: expected) {
      Self.checksum(prototype.fused())
    }
    for size in [1_024, 4_096, 16_384, 65_536, rows] {
      report.measure("dense, three kernels, blocks of \(size), Int32", rows: rows, expecting: expected) {
        Self.checksum(prototype.blocks(of: size, tables: 1))
      }
    }
    report.measure("the same, 16384, four count tables in turn", rows: rows, expecting: expected) {
      Self.checksum(prototype.blocks(of: 16_384, tables: 4))
    }
    report.measure("dense, one fused loop, UInt8", rows: rows, expecting: expected) {
      Self.checksum(prototype.fusedBytes())
    }
    report.measure("run by run, one table a run, Int32", rows: rows, expecting: expected) {
      Self.checksum(prototype.runs())
    }
    report.measure("run by run, equality count a class, Int32", rows: rows, expecting: expected) {
      Self.checksum(prototype.equalityRuns())
    }
    report.measure("run by run, equality count a class, UInt8", rows: rows, expecting: expected) {
      Self.checksum(prototype.equalityRunsOfBytes())
    }
  }

  /// A sum that tells apart tables with the same numbers in other cells.
  static func checksum(_ counts: [Int]) -> Int {
    counts.indices.reduce(0) { $0 &+ ($1 &+ 1) &* counts[$1] }
  }

  /// Gather, combine and count in one loop: what a compiler of queries would write.
  func fused() -> [Int] {
    var counts = [Int](repeating: 0, count: Self.cellCount)
    countFused(
      snapshot.village.span, snapshot.communeOfVillage.span, snapshot.classCode.span, into: &counts)
    return counts
  }

  private func countFused(
    _ village: Span<Int32>, _ commune: Span<Int32>, _ codes: Span<Int32>, into counts: inout [Int]
  ) {
    for row in codes.indices {
      let cell = Int(commune[Int(village[row])]) &* Self.stride &+ Int(codes[row]) &+ 1
      counts[cell] &+= 1
    }
  }

  func fusedBytes() -> [Int] {
    var counts = [Int](repeating: 0, count: Self.cellCount)
    let village = snapshot.village.span
    let commune = snapshot.communeOfVillage.span
    let codes = snapshot.classByte.span
    for row in codes.indices {
      let cell = Int(commune[Int(village[row])]) &* Self.stride &+ Int(codes[row] &+ 1)
      counts[cell] &+= 1
    }
    return counts
  }

  /// One call of each kernel a block: the ancestor's codes, the cells, the counts.
  func blocks(of size: Int, tables: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: Self.cellCount * tables)
    var cells = [Int32](repeating: 0, count: size)
    let village = snapshot.village
    let commune = snapshot.communeOfVillage
    let codes = snapshot.classCode
    Block.each(of: snapshot.count, size: size) { block in
      let range = block.start..<(block.start + block.count)
      var target = cells.mutableSpan
      gather(village.span.extracting(range), from: commune.span, into: &target)
      combine(codes.span.extracting(range), stride: Int32(Self.stride), into: &target)
      if tables == 1 {
        count(cells.span.extracting(first: block.count), into: &counts)
      } else {
        countInTurn(cells.span.extracting(first: block.count), into: &counts)
      }
    }
    return (0..<Self.cellCount).map { cell in
      (0..<tables).reduce(0) { $0 + counts[cell + $1 * Self.cellCount] }
    }
  }

  private func gather(_ codes: Span<Int32>, from table: Span<Int32>, into target: inout MutableSpan<Int32>) {
    for row in codes.indices { target[row] = table[Int(codes[row])] }
  }

  private func combine(_ codes: Span<Int32>, stride: Int32, into cells: inout MutableSpan<Int32>) {
    for row in codes.indices { cells[row] = cells[row] &* stride &+ codes[row] &+ 1 }
  }

  private func count(_ cells: Span<Int32>, into counts: inout [Int]) {
    for row in cells.indices { counts[Int(cells[row])] &+= 1 }
  }

  /// Rows side by side often share a cell; in turn they do not wait for each other's store.
  private func countInTurn(_ cells: Span<Int32>, into counts: inout [Int]) {
    let size = Self.cellCount
    let whole = cells.count & ~3
    var row = 0
    while row < whole {
      counts[Int(cells[row])] &+= 1
      counts[Int(cells[row &+ 1]) &+ size] &+= 1
      counts[Int(cells[row &+ 2]) &+ 2 &* size] &+= 1
      counts[Int(cells[row &+ 3]) &+ 3 &* size] &+= 1
      row &+= 4
    }
    while row < cells.count {
      counts[Int(cells[row])] &+= 1
      row &+= 1
    }
  }

  /// The runs of the place column are known from its sorting: only the class is looked at.
  func runs() -> [Int] {
    var counts = [Int](repeating: 0, count: Self.cellCount)
    let codes = snapshot.classCode.span
    for village in 0..<SyntheticSnapshot.villageCount {
      let first = Int(snapshot.communeOfVillage[village]) * Self.stride + 1
      for row in Int(snapshot.villageStart[village])..<Int(snapshot.villageStart[village + 1]) {
        counts[first &+ Int(codes[row])] &+= 1
      }
    }
    return counts
  }

  func equalityRuns() -> [Int] {
    var counts = [Int](repeating: 0, count: Self.cellCount)
    let codes = snapshot.classCode.span
    for village in 0..<SyntheticSnapshot.villageCount {
      let first = Int(snapshot.communeOfVillage[village]) * Self.stride + 1
      let range = Int(snapshot.villageStart[village])..<Int(snapshot.villageStart[village + 1])
      let run = codes.extracting(range)
      for code in -1..<Int32(SyntheticSnapshot.classCount) {
        counts[first + Int(code)] += countEqual(run, code)
      }
    }
    return counts
  }

  func equalityRunsOfBytes() -> [Int] {
    var counts = [Int](repeating: 0, count: Self.cellCount)
    let codes = snapshot.classByte.span
    for village in 0..<SyntheticSnapshot.villageCount {
      let first = Int(snapshot.communeOfVillage[village]) * Self.stride
      let range = Int(snapshot.villageStart[village])..<Int(snapshot.villageStart[village + 1])
      let run = codes.extracting(range)
      for cell in 0..<Self.stride {
        counts[first + cell] += countEqual(run, UInt8(truncatingIfNeeded: cell - 1))
      }
    }
    return counts
  }

  /// How many codes equal `code`.
  ///
  /// The top bit of `d | -d` is set unless `d` is zero. Written `== ? 1 : 0` the loop is not vectorised.
  private func countEqual(_ codes: Span<Int32>, _ code: Int32) -> Int {
    var different: UInt32 = 0
    for row in codes.indices {
      let difference = UInt32(bitPattern: codes[row] ^ code)
      different &+= (difference | (0 &- difference)) &>> 31
    }
    return codes.count - Int(different)
  }

  private func countEqual(_ codes: Span<UInt8>, _ code: UInt8) -> Int {
    var different: UInt32 = 0
    for row in codes.indices {
      let difference = codes[row] ^ code
      different &+= UInt32((difference | (0 &- difference)) &>> 7)
    }
    return codes.count - Int(different)
  }
}
