/// Numbers different 64-bit keys in the order of their first occurrence: open addressing, no removal.
///
/// Where a key lies in the table shows in nothing: identifiers follow the rows, and `places` the keys.
struct KeyTable {
  /// The identifier at each slot, −1 where it is free; a power of two, at most half full.
  private var slots = ContiguousArray<Int32>(repeating: -1, count: 1024)
  private var keys = ContiguousArray<UInt64>()

  /// How many different keys there are.
  var count: Int { keys.count }

  /// The identifier of a key, a new one if it is new; identifiers run from 0.
  mutating func identifier(_ key: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = KeyTable.mixed(key) & mask
    while true {
      let found = slots[slot]
      if found < 0 { break }
      if keys[Int(found)] == key { return found }
      slot = (slot + 1) & mask
    }
    let identifier = Int32(truncatingIfNeeded: keys.count)
    slots[slot] = identifier
    keys.append(key)
    if 2 * keys.count > slots.count { grow() }
    return identifier
  }

  /// The place of each identifier's key among all keys in ascending order.
  var places: ContiguousArray<Int32> {
    var sorted = KeyedRows(keys: keys, rows: KeyedRows.identity(keys.count))
    sorted.sort()
    var result = sorted.rows
    for (place, identifier) in sorted.rows.enumerated() {
      result[Int(identifier)] = Int32(truncatingIfNeeded: place)
    }
    return result
  }

  private mutating func grow() {
    let mask = slots.count * 4 - 1
    slots = ContiguousArray(repeating: -1, count: mask + 1)
    for (identifier, key) in keys.enumerated() {
      var slot = KeyTable.mixed(key) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: identifier)
    }
  }

  /// The finaliser of MurmurHash3: every bit of the key moves half of the bits.
  @inline(__always)
  private static func mixed(_ key: UInt64) -> Int {
    var bits = key
    bits = (bits ^ (bits >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    bits = (bits ^ (bits >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return Int(truncatingIfNeeded: (bits ^ (bits >> 33)) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
