/// Reads what a `ByteWriter` wrote, and refuses what does not fit: no count is believed beyond the bytes that are there.
struct ByteReader {
  private let bytes: ContiguousArray<UInt8>
  private var position = 0

  init(_ bytes: ContiguousArray<UInt8>) { self.bytes = bytes }

  /// What is written wrongly, where its checksum is right.
  struct Malformed: Error {
    var what: String

    init(_ what: String) { self.what = what }
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func read<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) throws(Malformed) -> Value {
    let size = MemoryLayout<Value>.size
    guard bytes.count - position >= size else { throw Malformed("it ends too early") }
    let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: Value.self) }
    position += size
    return Value(littleEndian: value)
  }

  mutating func readFlag() throws(Malformed) -> Bool {
    let byte = try read(UInt8.self)
    guard byte <= 1 else { throw Malformed("a flag is \(byte)") }
    return byte == 1
  }

  /// A count of things of which each takes at least one byte.
  mutating func readCount() throws(Malformed) -> Int {
    let count = Int(try read(UInt32.self))
    guard count <= bytes.count - position else { throw Malformed("a count goes beyond the end") }
    return count
  }

  /// A number that is not negative and fits a count of rows or bytes.
  mutating func readSize() throws(Malformed) -> Int {
    guard let size = Int(exactly: try read(UInt64.self)), size <= 1 << 48 else {
      throw Malformed("a size is out of bounds")
    }
    return size
  }

  mutating func readText() throws(Malformed) -> String {
    let count = try readCount()
    guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else {
      throw Malformed("a text is not UTF-8")
    }
    position += count
    return text
  }

  mutating func readOptional<Value>(_ body: (inout ByteReader) throws(Malformed) -> Value) throws(Malformed)
    -> Value?
  {
    try readFlag() ? try body(&self) : nil
  }

  mutating func readList<Value>(_ body: (inout ByteReader) throws(Malformed) -> Value) throws(Malformed)
    -> [Value]
  {
    let count = try readCount()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }
}
