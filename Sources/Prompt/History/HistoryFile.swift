import Foundation
import Source

/// The file of typed statements: one JSON object a line, added one by one, so that two sessions may share it.
///
/// Whatever is wrong with the file (damaged, a folder, read-only) costs history and nothing else.
package struct HistoryFile {
  private struct Entry: Codable {
    var time: String
    var text: String
  }

  /// How much of the end of the file is read, in bytes.
  private static let reach = 1 << 20

  private let path: String

  package init(path: String) { self.path = path }

  /// The user's own file: `nep/history` in `$XDG_STATE_HOME`, else in `~/.local/state`; nil without a home.
  package init?(environment: [String: String]) {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      path = "\(state)/nep/history"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      path = "\(home)/.local/state/nep/history"
    } else {
      return nil
    }
  }

  /// The statements in the file, oldest first; lines that are damaged are passed over.
  package func read() -> [String] {
    guard let handle = open(O_RDONLY) else { return [] }
    let end = (try? handle.seekToEnd()) ?? 0
    let start = end > UInt64(HistoryFile.reach) ? end - UInt64(HistoryFile.reach) : 0
    guard (try? handle.seek(toOffset: start)) != nil,
      let data = try? handle.read(upToCount: HistoryFile.reach)
    else { return [] }
    let decoder = JSONDecoder()
    return data.split(separator: UInt8(ascii: "\n")).compactMap { line in
      (try? decoder.decode(Entry.self, from: Data(line)))?.text.composed
    }
  }

  /// Adds a statement in one write, which the system does not mix with that of another session.
  package func append(_ text: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard let handle = open(O_RDWR | O_APPEND | O_CREAT) else { return }
    fchmod(handle.fileDescriptor, 0o600)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let entry = Entry(time: Date.now.formatted(.iso8601), text: text)
    guard var line = try? encoder.encode(entry) else { return }
    line.append(UInt8(ascii: "\n"))
    // A line that was cut off must not swallow this one.
    if !endsInLineBreak(handle) { line.insert(UInt8(ascii: "\n"), at: line.startIndex) }
    try? handle.write(contentsOf: line)
  }

  private func endsInLineBreak(_ handle: FileHandle) -> Bool {
    guard let end = try? handle.seekToEnd(), end > 0 else { return true }
    guard (try? handle.seek(toOffset: end - 1)) != nil, let last = try? handle.read(upToCount: 1) else {
      return true
    }
    return last.first == UInt8(ascii: "\n")
  }

  /// The open file; nil unless it is a plain file.
  ///
  /// Never waits, as a pipe in its place would have it.
  private func open(_ flags: Int32) -> FileHandle? {
    let descriptor = Foundation.open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}
