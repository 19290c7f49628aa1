import Columns
import Schema
import Source
import Store

/// The parts of a packed snapshot beside its columns: links, keys, places, findings.
extension PackedSnapshot {
  /// A to-many link, whose rows are rows of its target.
  func child(_ layout: ChildLayout, _ name: String, _ table: TableLayout) throws(Diagnostic) -> ChildIndex {
    let part = "\(table.entity).\(name)"
    let target = schema.entity(table.entity)?.manyLink(name)?.target ?? ""
    let bound = reading.counts[target] ?? 0
    switch layout {
    case .adjacent(let offsets):
      let numbers: ContiguousArray<Int32> = try rows(offsets, table.count + 1, upTo: bound, part)
      var last: Int32 = 0
      for number in numbers {
        guard number >= last else { throw file.malformed(part, "a range ends before it begins") }
        last = number
      }
      return ChildIndex(
        starts: ContiguousArray(numbers.dropLast()), ends: ContiguousArray(numbers.dropFirst()))
    case .ranges(let starts, let ends, let permutation):
      let listed = try permutation.map { (layout) throws(Diagnostic) in
        try rows(layout, layout.count, upTo: bound - 1, part)
      }
      let limit = listed?.count ?? bound
      let from = try rows(starts, table.count, upTo: limit, part)
      let to = try rows(ends, table.count, upTo: limit, part)
      for row in from.indices where to[row] < from[row] {
        throw file.malformed(part, "a range ends before it begins")
      }
      return ChildIndex(starts: from, ends: to, permutation: listed)
    }
  }

  /// Row numbers from 0 up to a bound.
  private func rows(_ layout: NarrowLayout, _ count: Int, upTo bound: Int, _ part: String)
    throws(Diagnostic) -> ContiguousArray<Int32>
  {
    // A permutation lists each child once at most.
    guard layout.count == count, count <= max(bound + 1, reading.counts.values.max() ?? 0) + 1 else {
      throw file.malformed(part, "it has \(layout.count) values for \(count) rows")
    }
    let numbers = try reading.codes(layout, below: bound + 1, count, part)
    guard numbers.allSatisfy({ $0 >= 0 }) else { throw file.malformed(part, "a row is out of bounds") }
    return numbers
  }

  /// The keys of a table's rows.
  func keys(_ layout: TableLayout, _ table: EntityTable, _ others: [String: EntityTable]) throws(Diagnostic)
    -> TextDictionary
  {
    let part = "the keys of \(layout.entity)"
    switch layout.keys {
    case .none: return TextDictionary()
    case .texts(let texts):
      guard texts.count == layout.count else {
        throw file.malformed(part, "it has \(texts.count) values for \(layout.count) rows")
      }
      return try reading.dictionary(texts, part)
    case .field(let name):
      guard case .code(let column)? = table.columns[name], let texts = column.dictionary,
        texts.count == layout.count,
        column.codes.indices.allSatisfy({ column.codes[$0] == Int32(truncatingIfNeeded: $0) })
      else { throw file.malformed(part, "its field does not tell all rows apart") }
      return texts
    case .joined(let names):
      let limit = max(1 << 26, file.size * 64)
      guard let texts = JoinedKeys(names, of: table, in: others)?.texts(limit: limit) else {
        throw file.malformed(part, "its fields do not make keys")
      }
      return texts
    }
  }

  /// The places, each before those below it.
  func places() throws(Diagnostic) -> PlaceIndex {
    guard let layout = file.directory.places else { return .empty }
    let count = layout.codes.count
    guard layout.names.count == count else { throw file.malformed("places", "not all have names") }
    let codes = try reading.dictionary(layout.codes, "places")
    let names = try reading.dictionary(layout.names, "places")
    let levels = try reading.codes(layout.levels, below: file.directory.levelCount, count, "places")
    let parents = try reading.codes(layout.parents, below: count, count, "places")
    for row in 0..<count {
      guard levels[row] >= -1, parents[row] >= -1, Int(parents[row]) < row else {
        throw file.malformed("places", "a place stands before the one above it")
      }
      try checkOrder(row, parents)
    }
    return PlaceIndex(
      codes: codes.texts, names: names.texts, levels: levels.map { Int8(truncatingIfNeeded: $0) },
      parents: Array(parents), levelCount: file.directory.levelCount)
  }

  /// A place stands right behind the one above it or behind something below that one, so that a subtree is one range.
  private func checkOrder(_ row: Int, _ parents: ContiguousArray<Int32>) throws(Diagnostic) {
    guard row > 0, parents[row] >= 0 else { return }
    var above = Int32(truncatingIfNeeded: row - 1)
    while above > parents[row] { above = parents[Int(above)] }
    guard above == parents[row] else { throw file.malformed("places", "a subtree is not one range") }
  }

  func findings() throws(Diagnostic) -> [Finding] {
    let bytes = try file.whole(file.directory.findings, of: "findings")
    do throws(ByteReader.Malformed) {
      return try FindingCoding.findings(bytes, code: code)
    } catch { throw file.malformed("findings", error.what) }
  }

  /// Reads every value once.
  func readAll() throws(Diagnostic) {
    let snapshot = snapshot(label: nil)
    for table in snapshot.tables.values {
      for name in table.columns.keys { _ = table.columns[name]?.count }
      for name in table.children.keys { _ = table.children[name]?.starts.count }
      _ = table.keys.count
    }
    _ = snapshot.places.count
    _ = snapshot.findings.count
    if let damage = snapshot.damage.diagnostic { throw damage }
  }
}
