/// Numbers keys by their place among the different keys, ascending.
enum KeyPlaces {
  /// Up to here a table of keys stays in the cache and is faster than a sort.
  private static let hashedKeys = 1 << 16

  /// Writes the place of each row's key and returns how many different keys there are.
  static func number(
    _ keys: ContiguousArray<UInt64>, _ rows: ParticipatingRows, into codes: inout ContiguousArray<Int32>
  ) -> Int {
    var table = KeyTable()
    var identifiers = codes.mutableSpan
    rows.forEach { row in
      if table.count <= hashedKeys { identifiers[row] = table.identifier(keys[row]) }
    }
    if table.count > hashedKeys { return sorted(keys, rows, into: &codes) }
    let places = table.places
    rows.forEach { row in identifiers[row] = places[Int(identifiers[row])] }
    return places.count
  }

  private static func sorted(
    _ keys: ContiguousArray<UInt64>, _ rows: ParticipatingRows, into codes: inout ContiguousArray<Int32>
  ) -> Int {
    var keyed = KeyedRows(keys, rows)
    keyed.sort()
    var place: Int32 = 0
    for index in keyed.rows.indices {
      if index > 0, keyed.keys[index] != keyed.keys[index - 1] { place += 1 }
      codes[Int(keyed.rows[index])] = place
    }
    return keyed.rows.isEmpty ? 0 : Int(place) + 1
  }
}
