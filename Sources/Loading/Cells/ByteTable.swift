import Columns

/// The different byte strings seen so far, numbered from 0 in the order of their first appearance.
///
/// Open addressing over one buffer of text, so that a cell already seen costs a hash and a comparison, and no object.
/// Invariants: `slots` is a power of two long and at most half full; a slot holds a hash in its upper half and a number
/// plus one in its lower, 0 where it is free.
struct ByteTable: Sendable {
  private(set) var bytes: ContiguousArray<UInt8> = []
  private(set) var offsets: ContiguousArray<Int> = [0]
  private var slots = ContiguousArray<UInt64>(repeating: 0, count: 64)

  var count: Int { offsets.count - 1 }

  /// The text of a number.
  subscript(number: Int) -> String {
    String(decoding: bytes[offsets[number]..<offsets[number + 1]], as: UTF8.self)
  }

  /// Whether a text has no byte beyond ASCII.
  func isASCII(_ number: Int) -> Bool {
    bytes[offsets[number]..<offsets[number + 1]].allSatisfy { $0 < 0x80 }
  }

  /// These texts as a dictionary whose codes are the numbers.
  var dictionary: TextDictionary { TextDictionary(bytes: bytes, offsets: offsets) }

  /// The number of a text; it is given the next one where it is new.
  mutating func number(of text: some Collection<UInt8>) -> Int {
    let array = ContiguousArray(text)
    return number(in: array.span, from: 0, length: array.count)
  }

  /// The number of a range of bytes; it is given the next one where it is new.
  @inline(__always)
  mutating func number(in source: Span<UInt8>, from start: Int, length: Int) -> Int {
    number(in: source, from: start, length: length, hash: ByteTable.hash(source, start, length))
  }

  /// The number of a range of bytes whose hash is known.
  @inline(__always)
  mutating func number(in source: Span<UInt8>, from start: Int, length: Int, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while true {
      let entry = slots[slot]
      if entry == 0 { return insert(source, start, length, hash, at: slot) }
      if UInt32(truncatingIfNeeded: entry >> 32) == hash {
        let number = Int(entry & 0xFFFF_FFFF) - 1
        if isEqual(number, source, start, length) { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// The number of a range of bytes, or nil where it was never seen.
  func find(in source: Span<UInt8>, from start: Int, length: Int) -> Int? {
    let hash = ByteTable.hash(source, start, length)
    var slot = Int(hash) & (slots.count - 1)
    while true {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if UInt32(truncatingIfNeeded: entry >> 32) == hash {
        let number = Int(entry & 0xFFFF_FFFF) - 1
        if isEqual(number, source, start, length) { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// Reads what a look-up of each hash will read, in loops whose loads do not wait for each other, so that the cache misses
  /// of a large table overlap; measured, it halves the time of a column of a million different texts.
  ///
  /// - Returns: a number without meaning, for the caller to keep, or the reads would be optimised away.
  func warmed(for hashes: ContiguousArray<UInt32>) -> Int {
    guard slots.count > ByteTable.cachedSlots else { return 0 }
    let mask = slots.count - 1
    var sum = 0
    for hash in hashes { sum &+= Int(truncatingIfNeeded: slots[Int(hash) & mask]) }
    for hash in hashes {
      let entry = slots[Int(hash) & mask]
      if UInt32(truncatingIfNeeded: entry >> 32) == hash { sum &+= offsets[Int(entry & 0xFFFF_FFFF)] }
    }
    for hash in hashes {
      let entry = slots[Int(hash) & mask]
      guard UInt32(truncatingIfNeeded: entry >> 32) == hash else { continue }
      let end = offsets[Int(entry & 0xFFFF_FFFF)]
      if end > 0 { sum &+= Int(bytes[end - 1]) }
    }
    return sum
  }

  /// The size up to which the slots stay in the cache by themselves.
  private static let cachedSlots = 1 << 14

  /// A multiplicative hash over eight bytes at a time; the last step takes what is left.
  @inline(__always)
  static func hash(_ source: Span<UInt8>, _ start: Int, _ length: Int) -> UInt32 {
    let raw = source.bytes
    var state = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
    var position = start
    let end = start + length
    while position + 8 <= end {
      state = mixed(state ^ raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    var tail: UInt64 = 0
    while position < end {
      tail = tail << 8 | UInt64(source[position])
      position += 1
    }
    state = mixed(state ^ tail)
    return UInt32(truncatingIfNeeded: state >> 32)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  @inline(__always)
  private func isEqual(_ number: Int, _ source: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
    let own = offsets[number]
    guard offsets[number + 1] - own == length else { return false }
    return ByteTable.isEqual(bytes.span, own, source, start, length)
  }

  /// Whether two ranges of one length hold the same bytes, eight at a time; the last eight may overlap those before.
  @inline(__always)
  static func isEqual(_ a: Span<UInt8>, _ from: Int, _ b: Span<UInt8>, _ start: Int, _ length: Int) -> Bool {
    guard length >= 8 else {
      for index in 0..<length where a[from + index] != b[start + index] { return false }
      return true
    }
    let (left, right) = (a.bytes, b.bytes)
    var position = 0
    while position < length {
      let step = min(position, length - 8)
      let one = left.unsafeLoadUnaligned(fromByteOffset: from + step, as: UInt64.self)
      if one != right.unsafeLoadUnaligned(fromByteOffset: start + step, as: UInt64.self) { return false }
      position += 8
    }
    return true
  }

  private mutating func insert(
    _ source: Span<UInt8>, _ start: Int, _ length: Int, _ hash: UInt32, at slot: Int
  ) -> Int {
    source.extracting(start..<start + length).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    offsets.append(bytes.count)
    slots[slot] = UInt64(hash) << 32 | UInt64(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    var larger = ContiguousArray<UInt64>(repeating: 0, count: slots.count * 4)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }
}
