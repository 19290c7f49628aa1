#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file written row by row through a buffer.
///
/// Cells come in order, each followed by a comma; `endRow` turns the last comma into the end of the line. Nothing
/// written here holds a comma, a quote or a line end, so no cell is quoted.
final class CSVFile {
  private static let flushedFrom = 1 << 20

  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Where the row under way begins in the buffer.
  private var rowStart = 0
  private var planter: DefectPlanter?

  /// - Parameter hasDefects: whether the defects of a file of this name are planted in it.
  init(path: String, hasDefects: Bool = false) throws(DemonstrationError) {
    self.path = path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if hasDefects { planter = DefectPlanter(file: name) }
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else { throw DemonstrationError.lastFailure(at: path) }
    buffer.reserveCapacity(Self.flushedFrom + 4096)
  }

  deinit { _ = Self.closed(descriptor) }

  /// Writes what is left.
  func finish() throws(DemonstrationError) { try flush() }

  /// A line as it is: the header, or one of a file that is no table.
  func line(_ text: String) throws(DemonstrationError) {
    planter?.take(header: text)
    buffer.append(contentsOf: text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    rowStart = buffer.count
    if buffer.count >= Self.flushedFrom { try flush() }
  }

  func endRow() throws(DemonstrationError) {
    plantDefects()
    buffer[buffer.count - 1] = UInt8(ascii: "\n")
    rowStart = buffer.count
    if buffer.count >= Self.flushedFrom { try flush() }
  }

  func cell(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    endCell()
  }

  /// Words parted by spaces, the empty ones left out.
  func cell(words: String...) {
    let start = buffer.count
    for word in words where !word.isEmpty {
      if buffer.count > start { buffer.append(UInt8(ascii: " ")) }
      buffer.append(contentsOf: word.utf8)
    }
    endCell()
  }

  /// A set, its elements parted by semicolons.
  func cell(set elements: [String]) {
    for (position, element) in elements.enumerated() {
      if position > 0 { buffer.append(UInt8(ascii: ";")) }
      buffer.append(contentsOf: element.utf8)
    }
    endCell()
  }

  func cell(_ flag: Bool) { cell(flag ? "true" : "false") }

  func cell(_ flag: Bool?) {
    if let flag { cell(flag) } else { emptyCell() }
  }

  func cell(_ number: Int, digits: Int = 1) {
    append(number, digits: digits)
    endCell()
  }

  /// Thousand đồng, written in đồng.
  func cell(thousands: Int?) {
    if let thousands {
      append(thousands, digits: 1)
      buffer.append(contentsOf: "000".utf8)
    }
    endCell()
  }

  func cell(_ date: CivilDate) {
    append(date.year, digits: 4)
    buffer.append(UInt8(ascii: "-"))
    append(date.month, digits: 2)
    buffer.append(UInt8(ascii: "-"))
    append(date.day, digits: 2)
    endCell()
  }

  func emptyCell() { endCell() }

  private func endCell() { buffer.append(UInt8(ascii: ",")) }

  /// A number not below zero, with zeros in front up to `digits`.
  private func append(_ number: Int, digits: Int) {
    let start = buffer.count
    var rest = number
    repeat {
      buffer.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0 || buffer.count - start < digits
    buffer[start...].reverse()
  }

  private func plantDefects() {
    guard planter != nil else { return }
    let line = String(decoding: buffer[rowStart..<(buffer.count - 1)], as: UTF8.self)
    let rows = planter?.rows(for: line) ?? []
    guard rows != [line] else { return }
    buffer.removeLast(buffer.count - rowStart)
    for row in rows { buffer.append(contentsOf: (row + "\n").utf8) }
  }

  private func flush() throws(DemonstrationError) {
    var written = 0
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw DemonstrationError.lastFailure(at: path) }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
    rowStart = 0
  }

  private static func closed(_ descriptor: Int32) -> Bool { descriptor < 0 || close(descriptor) == 0 }
}

extension DemonstrationError {
  /// What the system said of its last failure.
  static func lastFailure(at path: String) -> DemonstrationError {
    .cannotWrite(path: path, reason: String(cString: strerror(errno)))
  }
}
