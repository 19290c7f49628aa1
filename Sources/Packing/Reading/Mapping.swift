import Foundation
import Source

/// A file in memory as it lies on the disk: pages come in as they are touched.
///
/// The file must stay as it is while it is mapped; that it kept its size is looked at before each section is first touched.
final class Mapping: Sendable {
  let path: String
  let size: Int
  private let descriptor: Int32
  /// Valid for `size` bytes as long as this object lives, and never written to.
  private nonisolated(unsafe) let base: UnsafeRawPointer?

  init(path: String) throws(Diagnostics) {
    self.path = path
    var status = stat()
    // Opening a pipe would wait for who writes into it.
    let isFile = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    descriptor = isFile ? open(path, O_RDONLY | O_CLOEXEC) : -1
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      if descriptor >= 0 { close(descriptor) }
      throw Diagnostics(Diagnostic(PackedCode.notPacked, at: nil, ["path": path]))
    }
    size = Int(status.st_size)
    guard size > 0 else {
      base = nil
      return
    }
    let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard memory != MAP_FAILED, let memory else {
      close(descriptor)
      throw Diagnostics(Diagnostic(PackedCode.notPacked, at: nil, ["path": path]))
    }
    base = UnsafeRawPointer(memory)
  }

  deinit {
    if let base { munmap(UnsafeMutableRawPointer(mutating: base), size) }
    close(descriptor)
  }

  /// The bytes of a range of the file, valid as long as this object lives.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= size, "ranges are checked when a file is opened")
    return UnsafeRawBufferPointer(start: base.map { $0 + range.lowerBound }, count: range.count)
  }

  /// Whether the file still has the size with which it was mapped: beyond its end, touching a page ends the process.
  var isWhole: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && Int(status.st_size) == size
  }
}
