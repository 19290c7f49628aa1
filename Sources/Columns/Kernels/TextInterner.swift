/// Builds a dictionary in which each text stands once.
struct TextInterner {
  private(set) var dictionary = TextDictionary()
  private var hashes: ContiguousArray<UInt64> = []
  /// Codes by hash, open addressing with linear probing; -1 is free.
  ///
  /// The size is a power of two.
  private var slots = ContiguousArray<Int32>(repeating: -1, count: 16)

  /// The code of a text, new where it was not seen before.
  mutating func code(of text: Span<UInt8>) -> Int32 {
    let hash = TextInterner.hash(text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let code = Int(slots[slot])
      if hashes[code] == hash, dictionary.isEqual(code, text) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = Int32(dictionary.count)
    dictionary.append(text)
    hashes.append(hash)
    slots[slot] = code
    if dictionary.count * 2 > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: -1, count: slots.count * 2)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(code)
    }
  }

  /// Eight bytes at a time, multiplied and mixed down.
  ///
  /// It never shows: codes follow the order of arrival.
  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
    var (part, length): (UInt64, UInt64) = (0, 0)
    for index in text.indices {
      part |= UInt64(text[index]) &<< length
      length &+= 8
      if length == 64 {
        hash = mixed(hash ^ part)
        (part, length) = (0, 0)
      }
    }
    return mixed(hash ^ part)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0xD6E8_FEB8_6659_FD93
    return product ^ (product &>> 32)
  }
}
