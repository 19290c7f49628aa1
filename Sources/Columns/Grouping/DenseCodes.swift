/// A key of a grouping as codes from 0 to `domain - 1` in key order, missing values among them as the last.
struct DenseCodes: Sendable {
  var codes: ContiguousArray<Int32>
  /// One more than the largest code that could occur; at most 2³¹ − 1.
  var domain: Int

  init(codes: ContiguousArray<Int32>, domain: Int) {
    self.codes = codes
    self.domain = domain
  }

  init(_ key: GroupKey) {
    if case .code(let column) = key.column {
      self.init(column, ranks: key.ranks)
    } else {
      self.init(key.column)
    }
  }

  /// Codes as they are, or by rank.
  private init(_ column: CodeColumn, ranks: ContiguousArray<Int32>?) {
    var lowest: Int32 = 0
    var highest: Int32 = -1
    for code in column.codes {
      lowest = min(lowest, code)
      highest = max(highest, code)
    }
    if let ranks { highest = ranks.max() ?? -1 }
    if lowest >= 0, ranks == nil {
      self.init(codes: column.codes, domain: Int(highest) + 1)
      return
    }
    let missing = highest + 1
    let notPresent = CodeColumn.missing(.notPresent)
    var codes = column.codes
    for row in codes.indices {
      let code = codes[row]
      if code < 0 {
        codes[row] = code == notPresent ? missing + 1 : missing
      } else if let ranks {
        codes[row] = ranks[Int(code)]
      }
    }
    self.init(codes: codes, domain: Int(missing) + 2)
  }

  /// Values by their distance from the smallest where they lie close together, else by their place among all.
  private init(_ column: Column) {
    let ordered = OrderedKeys(column)
    let known = ParticipatingRows(known: ordered.known, whole: ordered.keys.count)
    var lowest = UInt64.max
    var highest = UInt64.min
    known.forEach { row in
      lowest = min(lowest, ordered.keys[row])
      highest = max(highest, ordered.keys[row])
    }
    let limit = UInt64(4 * ordered.keys.count + 1024)
    var codes = ContiguousArray<Int32>(repeating: 0, count: ordered.keys.count)
    var domain = 0
    if lowest <= highest, highest - lowest < limit {
      known.forEach { row in codes[row] = Int32(truncatingIfNeeded: ordered.keys[row] &- lowest) }
      domain = Int(highest - lowest) + 1
    } else {
      domain = KeyPlaces.number(ordered.keys, known, into: &codes)
    }
    self.init(codes: codes, domain: domain)
    appendMissing(of: column, known: ordered.known)
  }

  /// Gives missing values the two codes after the last.
  private mutating func appendMissing(of column: Column, known: Bitmap?) {
    guard let known else { return }
    let missing = Int32(truncatingIfNeeded: domain)
    for row in codes.indices where !known[row] {
      codes[row] = column.reason(row) == .notPresent ? missing + 1 : missing
    }
    domain += 2
  }

  /// This key and a faster one as one key.
  func combined(with other: DenseCodes) -> DenseCodes {
    if fits(other) { return digits(other) }
    let (first, second) = (compressed().dense, other.compressed().dense)
    if first.fits(second) { return first.digits(second) }
    // Both domains have at most 31 bits here, so that the product has no more than 62.
    let radix = UInt64(second.domain)
    var keys = ContiguousArray<UInt64>(repeating: 0, count: codes.count)
    for row in keys.indices {
      keys[row] = UInt64(UInt32(bitPattern: first.codes[row])) &* radix
      keys[row] &+= UInt64(UInt32(bitPattern: second.codes[row]))
    }
    return DenseCodes(numbering: keys)
  }

  private func fits(_ other: DenseCodes) -> Bool {
    let (product, overflow) = domain.multipliedReportingOverflow(by: other.domain)
    return !overflow && product <= Grouping.tableLimit
  }

  /// Mixed radix; only where the product of the domains `fits`, so that nothing overflows.
  private func digits(_ other: DenseCodes) -> DenseCodes {
    let radix = Int32(truncatingIfNeeded: other.domain)
    return DenseCodes(
      codes: BlockLoops.zip(codes, other.codes) { $0 &* radix &+ $1 }, domain: domain * other.domain)
  }

  /// The same order without the codes that do not occur, and the first row of each code.
  func compressed() -> (dense: DenseCodes, first: ContiguousArray<Int32>) {
    guard domain <= max(Grouping.tableLimit, 4 * codes.count + 1024) else { return hashed() }
    let firstRow = firstRows()
    var place = ContiguousArray<Int32>(repeating: 0, count: domain)
    var first = ContiguousArray<Int32>()
    for code in firstRow.indices where firstRow[code] >= 0 {
      place[code] = Int32(truncatingIfNeeded: first.count)
      first.append(firstRow[code])
    }
    if first.count == domain { return (self, first) }
    let places = place
    let dense = BlockLoops.map(codes) { places[Int($0)] }
    return (DenseCodes(codes: dense, domain: first.count), first)
  }

  /// The first row of each code; −1 where it does not occur.
  private func firstRows() -> ContiguousArray<Int32> {
    let (codes, domain) = (codes, domain)
    let parts = Parallel.map(RunTables.runs(rows: codes.count, groups: domain)) { run in
      var first = ContiguousArray<Int32>(repeating: -1, count: domain)
      var rows = first.mutableSpan
      let part = codes.span.extracting(run)
      let base = Int32(truncatingIfNeeded: run.lowerBound)
      // Backwards, so that the first row is the last to be written and nothing is asked.
      var index = part.count
      while index > 0 {
        index &-= 1
        rows[Int(part[index])] = base &+ Int32(truncatingIfNeeded: index)
      }
      return first
    }
    guard var first = parts.first else { return ContiguousArray(repeating: -1, count: domain) }
    for part in parts.dropFirst() {
      for code in first.indices where first[code] < 0 { first[code] = part[code] }
    }
    return first
  }

  /// `compressed` for a domain far larger than the column.
  private func hashed() -> (dense: DenseCodes, first: ContiguousArray<Int32>) {
    DenseCodes(numbering: ContiguousArray(codes.map { UInt64(UInt32(bitPattern: $0)) })).compressed()
  }

  /// The places of keys among the different ones.
  private init(numbering keys: ContiguousArray<UInt64>) {
    codes = ContiguousArray(repeating: 0, count: keys.count)
    domain = KeyPlaces.number(keys, ParticipatingRows(known: nil, whole: keys.count), into: &codes)
  }
}
