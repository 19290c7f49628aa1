import Columns
import Source

/// Whole numbers as they lie in a packed file: the form that a kernel may read as it is, and the way to plain arrays.
///
/// The bytes are those of the file; they stay valid because the file is kept.
struct NarrowReading {
  let layout: NarrowLayout
  private let file: PackedFile
  private let bytes: UnsafeRawBufferPointer

  /// - Parameters:
  ///   - count: how many numbers there must be.
  ///   - part: what of the snapshot it holds, for diagnostics.
  init(_ layout: NarrowLayout, count: Int, _ file: PackedFile, _ part: String) throws(Diagnostic) {
    guard layout.count == count else {
      throw file.malformed(part, "it has \(layout.count) values for \(count) rows")
    }
    self.layout = layout
    self.file = file
    if layout.size > 0 {
      guard let section = layout.section else { throw file.malformed(part, "a section is not there") }
      bytes = try file.section(section, size: layout.size, of: part)
    } else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    }
  }

  /// All numbers.
  ///
  /// Arithmetic wraps: what does not fit is caught by the check of its meaning.
  func values<Value: FixedWidthInteger>(as type: Value.Type = Value.self) -> ContiguousArray<Value> {
    ContiguousArray(unsafeUninitializedCapacity: layout.count) { target, count in
      fill(target)
      count = layout.count
    }
  }

  private func fill<Value: FixedWidthInteger>(_ target: UnsafeMutableBufferPointer<Value>) {
    let base = Value(truncatingIfNeeded: layout.base)
    switch layout.width {
    case 0:
      for row in 0..<layout.count {
        target.initializeElement(
          at: row, to: layout.slope == 0 ? base : base &+ Value(truncatingIfNeeded: row))
      }
    case 1, 2, 4: fillParts(target, base)
    case 8: fill(target, base, of: UInt8.self)
    case 16: fill(target, base, of: UInt16.self)
    case 32: fill(target, base, of: UInt32.self)
    default: fill(target, base, of: UInt64.self)
    }
    guard layout.slope == 1, layout.width > 0 else { return }
    for row in 0..<layout.count { target[row] = target[row] &+ Value(truncatingIfNeeded: row) }
  }

  @inline(__always)
  private func fill<Value: FixedWidthInteger, Narrow: FixedWidthInteger>(
    _ target: UnsafeMutableBufferPointer<Value>, _ base: Value, of type: Narrow.Type
  ) {
    let size = MemoryLayout<Narrow>.size
    for row in 0..<layout.count {
      let number = Narrow(
        littleEndian: bytes.loadUnaligned(fromByteOffset: row &* size, as: Narrow.self))
      target.initializeElement(at: row, to: base &+ Value(truncatingIfNeeded: number))
    }
  }

  /// Numbers of less than a byte, byte by byte.
  private func fillParts<Value: FixedWidthInteger>(_ target: UnsafeMutableBufferPointer<Value>, _ base: Value)
  {
    let width = layout.width
    let perByte = 8 / width
    let mask = UInt8((1 << width) - 1)
    var row = 0
    for byte in bytes {
      var rest = byte
      let end = min(layout.count, row + perByte)
      while row < end {
        target.initializeElement(at: row, to: base &+ Value(truncatingIfNeeded: rest & mask))
        rest >>= UInt8(width)
        row += 1
      }
    }
  }
}
