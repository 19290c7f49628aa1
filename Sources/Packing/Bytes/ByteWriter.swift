/// Writes numbers and texts one after another, little-endian.
struct ByteWriter {
  private(set) var bytes: ContiguousArray<UInt8> = []

  mutating func write(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// A count of what follows, in four bytes.
  mutating func write(count: Int) { write(UInt32(clamping: count)) }

  /// A text with its length.
  mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// A flag, and what may be there.
  mutating func write<Value>(optional value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  /// A count, and each of some values.
  mutating func write<Value>(list values: some Collection<Value>, _ body: (inout ByteWriter, Value) -> Void) {
    write(count: values.count)
    for value in values { body(&self, value) }
  }
}
