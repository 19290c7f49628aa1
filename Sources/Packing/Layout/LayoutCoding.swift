/// Layouts in the directory: each as a tag and its numbers.
extension ByteWriter {
  mutating func write(_ narrow: NarrowLayout) {
    write(UInt64(narrow.count))
    write(narrow.base)
    write(UInt8(narrow.slope))
    write(UInt8(narrow.width))
    if let section = narrow.section { write(count: section) }
  }

  mutating func write(_ validity: ValidityLayout) {
    switch validity {
    case .all: write(UInt8(0))
    case .alike(let section, let reason):
      write(UInt8(1))
      write(count: section)
      write(reason)
    case .each(let section, let reasons):
      write(UInt8(2))
      write(count: section)
      write(reasons)
    }
  }

  mutating func write(_ dictionary: DictionaryLayout) {
    write(dictionary.offsets)
    write(UInt64(dictionary.byteCount))
    if let bytes = dictionary.bytes { write(count: bytes) }
  }

  mutating func write(_ column: ColumnLayout) {
    switch column {
    case .boolean(let bits, let validity):
      write(UInt8(0))
      write(count: bits)
      write(validity)
    case .integer(let values, let validity):
      write(UInt8(1))
      write(values)
      write(validity)
    case .number(let values, let validity):
      write(UInt8(2))
      write(count: values)
      write(validity)
    case .decimal(let values, let places, let validity):
      write(UInt8(3))
      write(values)
      write(places)
      write(validity)
    case .code(let codes, let dictionary):
      write(UInt8(4))
      write(codes)
      write(optional: dictionary) { $0.write($1) }
    case .set(let masks, let validity):
      write(UInt8(5))
      write(masks)
      write(validity)
    case .list(let offsets, let elements, let count):
      write(UInt8(6))
      write(offsets)
      write(UInt64(count))
      write(elements)
    }
  }

  mutating func write(_ child: ChildLayout) {
    switch child {
    case .adjacent(let offsets):
      write(UInt8(0))
      write(offsets)
    case .ranges(let starts, let ends, let permutation):
      write(UInt8(1))
      write(starts)
      write(ends)
      write(optional: permutation) { $0.write($1) }
    }
  }

  mutating func write(_ keys: KeyLayout) {
    switch keys {
    case .none: write(UInt8(0))
    case .texts(let dictionary):
      write(UInt8(1))
      write(dictionary)
    case .field(let name):
      write(UInt8(2))
      write(name)
    case .joined(let names):
      write(UInt8(3))
      write(list: names) { $0.write($1) }
    }
  }

  mutating func write(_ table: TableLayout) {
    write(table.entity)
    write(UInt64(table.count))
    write(list: table.columns) {
      $0.write($1.name)
      $0.write($1.layout)
    }
    write(list: table.children) {
      $0.write($1.name)
      $0.write($1.layout)
    }
    write(list: table.derived) { $0.write($1) }
    write(table.keys)
  }

  mutating func write(_ places: PlaceLayout) {
    write(places.codes)
    write(places.names)
    write(places.levels)
    write(places.parents)
  }
}

extension ByteReader {
  /// How deep lists may lie in lists.
  private static let depth = 4

  private mutating func readSection() throws(Malformed) -> SectionNumber { Int(try read(UInt32.self)) }

  mutating func readNarrow() throws(Malformed) -> NarrowLayout {
    let count = try readSize()
    let base = try read(Int64.self)
    let slope = try read(UInt8.self)
    let width = Int(try read(UInt8.self))
    guard slope <= 1, NarrowLayout.widths.contains(width) else { throw Malformed("numbers of \(width) bits") }
    var layout = NarrowLayout(count: count, base: base, slope: Int64(slope), width: width, section: nil)
    if layout.size > 0 { layout.section = try readSection() }
    return layout
  }

  mutating func readValidity() throws(Malformed) -> ValidityLayout {
    switch try read(UInt8.self) {
    case 0: return .all
    case 1: return .alike(try readSection(), reason: try read(UInt8.self))
    case 2: return .each(try readSection(), reasons: try readNarrow())
    default: throw Malformed("an unknown form of missing values")
    }
  }

  mutating func readDictionary() throws(Malformed) -> DictionaryLayout {
    let offsets = try readNarrow()
    guard offsets.count > 0 else { throw Malformed("texts without offsets") }
    let byteCount = try readSize()
    return DictionaryLayout(
      offsets: offsets, byteCount: byteCount, bytes: byteCount > 0 ? try readSection() : nil)
  }

  mutating func readColumn(depth: Int = ByteReader.depth) throws(Malformed) -> ColumnLayout {
    switch try read(UInt8.self) {
    case 0: return .boolean(try readSection(), try readValidity())
    case 1: return .integer(try readNarrow(), try readValidity())
    case 2: return .number(try readSection(), try readValidity())
    case 3:
      let values = try readNarrow()
      return .decimal(values, places: try read(UInt8.self), try readValidity())
    case 4:
      let codes = try readNarrow()
      return .code(codes, try readOptional { (reader) throws(Malformed) in try reader.readDictionary() })
    case 5: return .set(try readNarrow(), try readValidity())
    case 6:
      guard depth > 0 else { throw Malformed("lists too deep in lists") }
      let offsets = try readNarrow()
      let count = try readSize()
      return .list(offsets: offsets, elements: try readColumn(depth: depth - 1), elementCount: count)
    default: throw Malformed("an unknown form of column")
    }
  }

  mutating func readChild() throws(Malformed) -> ChildLayout {
    switch try read(UInt8.self) {
    case 0: return .adjacent(offsets: try readNarrow())
    case 1:
      let starts = try readNarrow()
      let ends = try readNarrow()
      return .ranges(
        starts: starts, ends: ends,
        permutation: try readOptional { (reader) throws(Malformed) in try reader.readNarrow() })
    default: throw Malformed("an unknown form of link")
    }
  }

  mutating func readKeys() throws(Malformed) -> KeyLayout {
    switch try read(UInt8.self) {
    case 0: return .none
    case 1: return .texts(try readDictionary())
    case 2: return .field(try readText())
    case 3: return .joined(try readList { (reader) throws(Malformed) in try reader.readText() })
    default: throw Malformed("an unknown form of keys")
    }
  }

  mutating func readTable() throws(Malformed) -> TableLayout {
    let entity = try readText()
    let count = try readSize()
    guard count < Int(Int32.max) else { throw Malformed("too many rows of \(entity)") }
    let columns = try readList { (reader) throws(Malformed) in
      (name: try reader.readText(), layout: try reader.readColumn())
    }
    let children = try readList { (reader) throws(Malformed) in
      (name: try reader.readText(), layout: try reader.readChild())
    }
    let derived = try readList { (reader) throws(Malformed) in try reader.readText() }
    return TableLayout(
      entity: entity, count: count, columns: columns, children: children, derived: derived,
      keys: try readKeys())
  }

  mutating func readPlaces() throws(Malformed) -> PlaceLayout {
    PlaceLayout(
      codes: try readDictionary(), names: try readDictionary(), levels: try readNarrow(),
      parents: try readNarrow())
  }
}
