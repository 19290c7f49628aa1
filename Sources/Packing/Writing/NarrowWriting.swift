import Columns

/// Whole numbers put into as few bits as hold them.
struct NarrowWriting {
  /// The layout, still without its section.
  private(set) var layout: NarrowLayout
  private(set) var bytes: ContiguousArray<UInt8> = []

  /// - Parameters:
  ///   - known: rows whose number counts; the others stand as the base.
  ///   - base: what the numbers are counted from; nil takes the least of them.
  init<Value: FixedWidthInteger>(_ values: ContiguousArray<Value>, known: Bitmap? = nil, base: Int64? = nil) {
    if known == nil, base == nil, let first = values.first, NarrowWriting.isRising(values) {
      let start = Int64(truncatingIfNeeded: first)
      layout = NarrowLayout(count: values.count, base: start, slope: 1, width: 0, section: nil)
      return
    }
    let (least, range) = NarrowWriting.extent(values, known, base)
    layout = NarrowLayout(
      count: values.count, base: least, slope: 0, width: NarrowWriting.width(range), section: nil)
    guard layout.width > 0 else { return }
    bytes = ContiguousArray(repeating: 0, count: layout.size)
    let width = layout.width
    bytes.withUnsafeMutableBytes { target in
      for (row, value) in values.enumerated() where known.map({ $0[row] }) ?? true {
        let delta = UInt64(bitPattern: Int64(truncatingIfNeeded: value) &- least)
        switch width {
        case 8: target[row] = UInt8(truncatingIfNeeded: delta)
        case 16:
          target.storeBytes(
            of: UInt16(truncatingIfNeeded: delta).littleEndian, toByteOffset: row * 2, as: UInt16.self)
        case 32:
          target.storeBytes(
            of: UInt32(truncatingIfNeeded: delta).littleEndian, toByteOffset: row * 4, as: UInt32.self)
        case 64: target.storeBytes(of: delta.littleEndian, toByteOffset: row * 8, as: UInt64.self)
        default:
          let bit = row * width
          target[bit >> 3] |= UInt8(truncatingIfNeeded: delta) << UInt8(bit & 7)
        }
      }
    }
  }

  /// Whether each number is one more than that before it.
  private static func isRising<Value: FixedWidthInteger>(_ values: ContiguousArray<Value>) -> Bool {
    guard values.count > 1 else { return false }
    for row in 1..<values.count where values[row] != values[row - 1] &+ 1 || values[row] < values[row - 1] {
      return false
    }
    return true
  }

  /// The base, and how far the numbers go beyond it.
  private static func extent<Value: FixedWidthInteger>(
    _ values: ContiguousArray<Value>, _ known: Bitmap?, _ base: Int64?
  ) -> (Int64, UInt64) {
    var least = Int64.max
    var most = Int64.min
    var bits: UInt64 = 0
    for (row, value) in values.enumerated() where known.map({ $0[row] }) ?? true {
      let number = Int64(truncatingIfNeeded: value)
      least = min(least, number)
      most = max(most, number)
      if let base { bits |= UInt64(bitPattern: number &- base) }
    }
    if let base { return (base, bits) }
    return least > most ? (0, 0) : (least, UInt64(bitPattern: most &- least))
  }

  private static func width(_ range: UInt64) -> Int {
    let bits = 64 - range.leadingZeroBitCount
    return NarrowLayout.widths.first { $0 >= bits } ?? 64
  }
}
