/// Which values of a result are known, from which values of its operands are.
extension Validity {
  /// Known where both are; a missing value keeps the reason of the first of the two that is missing.
  static func both(_ a: Validity, _ b: Validity) -> Validity {
    guard let aKnown = a.known else { return b }
    guard let bKnown = b.known else { return a }
    let known = aKnown & bKnown
    guard a.reasons != nil || b.reasons != nil else { return Validity(known: known) }
    var reasons = a.reasons ?? ContiguousArray(repeating: 0, count: known.count)
    (aKnown - bKnown).forEachPosition { reasons[$0] = b.reasons?[$0] ?? 0 }
    return Validity(known: known, reasons: reasons)
  }

  /// The same with some rows missing for a reason.
  func marking(_ rows: Bitmap, _ reason: MissingReason) -> Validity {
    var reasons = self.reasons
    if reasons == nil, reason != .notRecorded { reasons = ContiguousArray(repeating: 0, count: rows.count) }
    if reasons != nil { rows.forEachPosition { reasons?[$0] = reason.rawValue } }
    return Validity(known: bitmap(rows.count) - rows, reasons: reasons)
  }

  /// Nothing stored where all is known, so that later kernels take their short way.
  var normalized: Validity {
    guard let known, !known.isAllSet else { return .all }
    return self
  }

  /// What negative codes say.
  init(codes: ContiguousArray<Int32>) { self.init(codes: codes, in: 0..<codes.count) }

  /// What the negative codes of a range of rows say.
  init(codes: ContiguousArray<Int32>, in rows: Range<Int>) {
    let part = codes.span.extracting(rows)
    // One sign bit for all of them, because most blocks miss nothing.
    var all: Int32 = 0
    for index in part.indices { all |= part[index] }
    guard all < 0 else {
      self = .all
      return
    }
    var lowest: Int32 = 0
    for index in part.indices { lowest = min(lowest, part[index]) }
    self.init(
      known: BlockLoops.test(codes, in: rows) { $0 >= 0 },
      reasons: lowest == -1
        ? nil
        : BlockLoops.fill(rows.count) {
          let code = codes[rows.lowerBound + $0]
          return code < 0 ? UInt8(truncatingIfNeeded: -1 &- code) : 0
        })
  }

  /// The code that stands for the missing value of a row.
  func missingCode(_ row: Int) -> Int32 { -1 - Int32(reasons?[row] ?? 0) }
}

extension BooleanColumn {
  /// Truth values from bits that may be set where the value is not known.
  init(unmasked bits: Bitmap, _ validity: Validity) {
    self.init(validity.known.map { bits & $0 } ?? bits, validity)
  }
}

extension Bitmap {
  /// How many bits are set among the active ones.
  func population(active: Bitmap?) -> Int { active.map { (self & $0).population } ?? population }
}
