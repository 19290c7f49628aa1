import Foundation
import Source

/// A packed file on its way: sections one behind another under a temporary name, which becomes the file's only when all is
/// written.
final class SectionWriting {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var position = Header.size
  private(set) var sections: [Section] = []
  private var isPlaced = false

  /// Begins a file.
  init(path: String) throws(Diagnostic) {
    self.path = path
    temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SectionWriting.failure(path, errno) }
    try write(ContiguousArray(repeating: 0, count: Header.size))
  }

  deinit {
    close(descriptor)
    if !isPlaced { unlink(temporary) }
  }

  private static func failure(_ path: String, _ number: Int32) -> Diagnostic {
    Diagnostic(PackedCode.cannotPack, at: nil, ["path": path, "reason": String(cString: strerror(number))])
  }

  /// Adds a section.
  func add(_ bytes: ContiguousArray<UInt8>) throws(Diagnostic) -> SectionNumber {
    var section = Section(offset: position, length: bytes.count, checksums: [])
    var padded = bytes
    padded.append(contentsOf: repeatElement(0, count: Section.padded(bytes.count) - bytes.count))
    padded.withUnsafeBytes { memory in
      for start in stride(from: 0, to: memory.count, by: Section.blockSize) {
        let end = min(memory.count, start + Section.blockSize)
        section.checksums.append(Checksum.of(UnsafeRawBufferPointer(rebasing: memory[start..<end])))
      }
    }
    try write(padded)
    position += padded.count
    sections.append(section)
    return sections.count - 1
  }

  /// Writes the directory and the header, and gives the file its name.
  ///
  /// - Returns: the size of the file.
  func finish(_ directory: Directory, fingerprint: UInt64) throws(Diagnostic) -> Int {
    let bytes = directory.bytes()
    let header = Header(
      version: Header.version, fileSize: position + bytes.count, directoryOffset: position,
      directorySize: bytes.count, directoryChecksum: bytes.withUnsafeBytes { Checksum.of($0) },
      fingerprint: fingerprint)
    try write(bytes)
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw SectionWriting.failure(path, errno) }
    try write(header.bytes())
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw SectionWriting.failure(path, errno)
    }
    isPlaced = true
    return header.fileSize
  }

  private func write(_ bytes: ContiguousArray<UInt8>) throws(Diagnostic) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { memory in
      var done = 0
      while done < memory.count {
        let count = Foundation.write(descriptor, memory.baseAddress.map { $0 + done }, memory.count - done)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          failure = count < 0 ? errno : ENOSPC
          return
        }
        done += count
      }
    }
    guard failure == 0 else { throw SectionWriting.failure(path, failure) }
  }
}
