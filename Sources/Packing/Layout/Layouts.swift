import Columns

/// A stretch of the file, by its number in the directory.
typealias SectionNumber = Int

/// Whole numbers in as few bits as hold them: value `i` is `base + slope · i +` the `i`-th number of `width` bits.
struct NarrowLayout: Equatable, Sendable {
  var count: Int
  var base: Int64
  /// 0, or 1 for numbers that go up by one from row to row.
  var slope: Int64
  /// 0 (no section at all), 1, 2, 4, 8, 16, 32 or 64.
  var width: Int
  var section: SectionNumber?

  static let widths = [0, 1, 2, 4, 8, 16, 32, 64]

  /// The bytes that the section must have.
  var size: Int { (count * width + 7) / 8 }
}

/// Which values are known, and why the others are not.
enum ValidityLayout: Equatable, Sendable {
  case all
  /// A bitmap of the known ones in words of 64 bits, and one reason for all others.
  case alike(SectionNumber, reason: UInt8)
  /// A bitmap, and a reason for each row.
  case each(SectionNumber, reasons: NarrowLayout)
}

/// Texts: `count + 1` offsets, and the bytes between them.
struct DictionaryLayout: Equatable, Sendable {
  var offsets: NarrowLayout
  var byteCount: Int
  /// Nil where there are no bytes.
  var bytes: SectionNumber?

  var count: Int { offsets.count - 1 }
}

/// A column as it lies in the file.
indirect enum ColumnLayout: Equatable, Sendable {
  case boolean(SectionNumber, ValidityLayout)
  case integer(NarrowLayout, ValidityLayout)
  /// Doubles as they are.
  case number(SectionNumber, ValidityLayout)
  /// Decimals of few places: the whole number divided by a power of ten.
  case decimal(NarrowLayout, places: UInt8, ValidityLayout)
  case code(NarrowLayout, DictionaryLayout?)
  case set(NarrowLayout, ValidityLayout)
  case list(offsets: NarrowLayout, elements: ColumnLayout, elementCount: Int)
}

/// A to-many link.
enum ChildLayout: Equatable, Sendable {
  /// Row `i` owns the child rows `offsets[i]..<offsets[i + 1]`.
  case adjacent(offsets: NarrowLayout)
  case ranges(starts: NarrowLayout, ends: NarrowLayout, permutation: NarrowLayout?)
}

/// Where the keys of a table's rows come from.
enum KeyLayout: Equatable, Sendable {
  /// The row number is the key.
  case none
  case texts(DictionaryLayout)
  /// The texts of a column, whose code is the row.
  case field(String)
  /// The parts of the key, joined by `/`.
  case joined([String])
}

/// One entity's rows.
struct TableLayout: Equatable, Sendable {
  var entity: String
  var count: Int
  var columns: [(name: String, layout: ColumnLayout)]
  var children: [(name: String, layout: ChildLayout)]
  var derived: [String]
  var keys: KeyLayout

  static func == (a: TableLayout, b: TableLayout) -> Bool {
    a.entity == b.entity && a.count == b.count && a.derived == b.derived && a.keys == b.keys
      && a.columns.elementsEqual(b.columns) { $0.name == $1.name && $0.layout == $1.layout }
      && a.children.elementsEqual(b.children) { $0.name == $1.name && $0.layout == $1.layout }
  }
}

/// The places of a snapshot, in official order.
struct PlaceLayout: Equatable, Sendable {
  var codes: DictionaryLayout
  var names: DictionaryLayout
  var levels: NarrowLayout
  var parents: NarrowLayout
}
