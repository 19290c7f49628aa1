import Foundation
import Source

/// Files of text, read and written whole; a file written takes its name only when it is complete.
package enum TextFile {
  /// The text of a file, or of standard input where the path is `-`.
  package static func read(_ path: String) throws(Diagnostic) -> String {
    let data: Data
    if path == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw cannotRead(path, en: "there is no such file", vi: "không có tệp này")
      }
      if isFolder.boolValue { throw cannotRead(path, en: "it is a folder", vi: "đó là thư mục") }
      guard let found = FileManager.default.contents(atPath: path) else {
        throw cannotRead(path, en: "permission is denied", vi: "không được phép đọc")
      }
      data = found
    }
    guard let text = String(validating: Array(data), as: UTF8.self), !text.utf8.contains(0) else {
      throw cannotRead(path, en: "it is not UTF-8 text", vi: "không phải văn bản UTF-8")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func cannotRead(_ path: String, en: String, vi: String) -> Diagnostic {
    Diagnostic(SessionCode.cannotReadScript, at: nil, ["path": path, "reason": en, "reason_vi": vi])
  }

  /// Writes bytes under a temporary name beside the file, and then renames it.
  package static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    if isDevice(path) { return try writeDirectly(bytes, to: path) }
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else { throw cannotWrite(path, errno) }
    do {
      try handle.write(contentsOf: bytes)
      try handle.synchronize()
      try handle.close()
      guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      let number = errno
      try? FileManager.default.removeItem(atPath: temporary)
      throw cannotWrite(path, number)
    }
  }

  /// Whether something else than a file or a folder has the name: a rename would take its place.
  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    guard let handle = FileHandle(forWritingAtPath: path) else { throw cannotWrite(path, errno) }
    do {
      try handle.write(contentsOf: bytes)
      try handle.close()
    } catch { throw cannotWrite(path, errno) }
  }

  private static func cannotWrite(_ path: String, _ number: Int32) -> Diagnostic {
    let reason = String(cString: strerror(number))
    return Diagnostic(SessionCode.cannotWrite, at: nil, ["path": path, "reason": reason])
  }
}
