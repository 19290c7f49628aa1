import Source

/// Where a section lies: from an offset on, `length` bytes and zeros up to the next multiple of 64.
struct Section: Equatable, Sendable {
  var offset: Int
  var length: Int
  /// One checksum for each block of the section, the zeros behind it included.
  var checksums: ContiguousArray<UInt64>

  /// Bytes that one checksum covers.
  static let blockSize = 1 << 20
  static let alignment = 64

  static func padded(_ length: Int) -> Int { (length + alignment - 1) / alignment * alignment }

  var end: Int { offset + Section.padded(length) }

  /// The range of a block in the file.
  func block(_ number: Int) -> Range<Int> {
    let start = offset + number * Section.blockSize
    return start..<min(start + Section.blockSize, end)
  }
}

/// What a packed file holds, and where.
struct Directory: Equatable, Sendable {
  var label: String
  var name: String
  /// Days since 1970-01-01.
  var date: Int64?
  var standard: String?
  var coversAll: Bool
  var schema: SectionNumber
  var findings: SectionNumber
  var places: PlaceLayout?
  /// Index of the levels of places, which the schema names.
  var levelCount: Int
  var tables: [TableLayout]
  var sections: [Section]

  func bytes() -> ContiguousArray<UInt8> {
    var writer = ByteWriter()
    writer.write(list: sections) { writer, section in
      writer.write(UInt64(section.offset))
      writer.write(UInt64(section.length))
      for checksum in section.checksums { writer.write(checksum) }
    }
    writer.write(label)
    writer.write(name)
    writer.write(optional: date) { $0.write($1) }
    writer.write(optional: standard) { $0.write($1) }
    writer.write(coversAll)
    writer.write(count: schema)
    writer.write(count: findings)
    writer.write(optional: places) { $0.write($1) }
    writer.write(count: levelCount)
    writer.write(list: tables) { $0.write($1) }
    return writer.bytes
  }

  /// Reads a directory.
  ///
  /// - Parameter end: where the directory begins in the file, which is where the last section must end.
  init(_ bytes: ContiguousArray<UInt8>, end: Int) throws(ByteReader.Malformed) {
    var reader = ByteReader(bytes)
    sections = try Directory.sections(&reader, end: end)
    label = try reader.readText()
    name = try reader.readText()
    date = try reader.readOptional { (reader) throws(ByteReader.Malformed) in try reader.read(Int64.self) }
    standard = try reader.readOptional { (reader) throws(ByteReader.Malformed) in try reader.readText() }
    coversAll = try reader.readFlag()
    schema = Int(try reader.read(UInt32.self))
    findings = Int(try reader.read(UInt32.self))
    places = try reader.readOptional { (reader) throws(ByteReader.Malformed) in try reader.readPlaces() }
    levelCount = Int(try reader.read(UInt32.self))
    tables = try reader.readList { (reader) throws(ByteReader.Malformed) in try reader.readTable() }
    guard reader.isAtEnd else { throw ByteReader.Malformed("there is more than it says") }
    guard !label.isEmpty, levelCount < 64, date.map({ abs($0) < 4_000_000 }) ?? true else {
      throw ByteReader.Malformed("its label, date or levels cannot be")
    }
    guard Set(tables.map(\.entity)).count == tables.count else {
      throw ByteReader.Malformed("a table is there twice")
    }
  }

  init(
    label: String, name: String, date: Int64?, standard: String?, coversAll: Bool, schema: SectionNumber,
    findings: SectionNumber, places: PlaceLayout?, levelCount: Int, tables: [TableLayout], sections: [Section]
  ) {
    self.label = label
    self.name = name
    self.date = date
    self.standard = standard
    self.coversAll = coversAll
    self.schema = schema
    self.findings = findings
    self.places = places
    self.levelCount = levelCount
    self.tables = tables
    self.sections = sections
  }

  /// The sections, which must lie one behind another without a gap, from the header to the directory: then none points
  /// outside, and no byte is without a checksum.
  private static func sections(_ reader: inout ByteReader, end: Int) throws(ByteReader.Malformed) -> [Section]
  {
    var position = Header.size
    let sections = try reader.readList { (reader) throws(ByteReader.Malformed) in
      let offset = try reader.readSize()
      let length = try reader.readSize()
      guard offset == position, length <= end - offset else {
        throw ByteReader.Malformed("a section lies outside its place")
      }
      var section = Section(offset: offset, length: length, checksums: [])
      position = section.end
      let blocks = (Section.padded(length) + Section.blockSize - 1) / Section.blockSize
      for _ in 0..<blocks { section.checksums.append(try reader.read(UInt64.self)) }
      return section
    }
    guard position == end else { throw ByteReader.Malformed("its sections do not fill it") }
    return sections
  }
}

/// The first bytes of a packed file.
struct Header: Equatable, Sendable {
  var version: UInt32
  var fileSize: Int
  var directoryOffset: Int
  var directorySize: Int
  var directoryChecksum: UInt64
  /// The checksum of the schema's bytes: files of one fingerprint hold the same model.
  var fingerprint: UInt64

  static let size = 64
  /// A byte beyond ASCII, and both ends of a line, show at once what a transfer as text does to a file.
  static let magic: [UInt8] = [0x89, 0x4E, 0x45, 0x50, 0x53, 0x0D, 0x0A, 0x1A]
  static let version: UInt32 = 1

  init(
    version: UInt32, fileSize: Int, directoryOffset: Int, directorySize: Int, directoryChecksum: UInt64,
    fingerprint: UInt64
  ) {
    self.version = version
    self.fileSize = fileSize
    self.directoryOffset = directoryOffset
    self.directorySize = directorySize
    self.directoryChecksum = directoryChecksum
    self.fingerprint = fingerprint
  }

  /// Reads a header; in every version its checksum stands at its end, so that another version is told from damage.
  init(_ memory: UnsafeRawBufferPointer) throws(ByteReader.Malformed) {
    var reader = ByteReader(ContiguousArray(memory.dropFirst(Header.magic.count)))
    version = try reader.read()
    guard try reader.read(UInt32.self) == Header.size else { throw ByteReader.Malformed("size") }
    fileSize = try reader.readSize()
    directoryOffset = try reader.readSize()
    directorySize = try reader.readSize()
    directoryChecksum = try reader.read()
    fingerprint = try reader.read()
    let covered = UnsafeRawBufferPointer(rebasing: memory.dropLast(8))
    guard try reader.read(UInt64.self) == Checksum.of(covered) else { throw ByteReader.Malformed("checksum") }
  }

  func bytes() -> ContiguousArray<UInt8> {
    var writer = ByteWriter()
    for byte in Header.magic { writer.write(byte) }
    writer.write(version)
    writer.write(UInt32(Header.size))
    writer.write(UInt64(fileSize))
    writer.write(UInt64(directoryOffset))
    writer.write(UInt64(directorySize))
    writer.write(directoryChecksum)
    writer.write(fingerprint)
    let sum = writer.bytes.withUnsafeBytes { Checksum.of($0) }
    writer.write(sum)
    return writer.bytes
  }
}
