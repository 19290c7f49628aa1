import Foundation
import Source
import Synchronization

/// An open packed file: header and directory are checked, a section is checked when it is first touched.
final class PackedFile: Sendable {
  let directory: Directory
  let fingerprint: UInt64
  private let mapping: Mapping
  /// Which sections were found sound.
  private let sound: Mutex<[Bool]>

  /// Opens a file.
  ///
  /// - Throws: where it is not packed, of another version, cut short, or damaged in its header or directory.
  init(path: String) throws(Diagnostics) {
    mapping = try Mapping(path: path)
    do throws(Diagnostic) {
      let header = try PackedFile.header(mapping)
      directory = try PackedFile.directory(mapping, header)
      fingerprint = header.fingerprint
    } catch { throw Diagnostics(error) }
    sound = Mutex(Array(repeating: false, count: directory.sections.count))
  }

  private static func header(_ mapping: Mapping) throws(Diagnostic) -> Header {
    let refuse = { (code: PackedCode, arguments: [String: String]) in
      Diagnostic(code, at: nil, arguments.merging(["path": mapping.path]) { own, _ in own })
    }
    guard mapping.size >= Header.magic.count,
      mapping.bytes(0..<Header.magic.count).elementsEqual(Header.magic)
    else { throw refuse(.notPacked, [:]) }
    guard mapping.size >= Header.size else {
      throw refuse(.cutShort, ["found": String(mapping.size), "wanted": "≥ \(Header.size)"])
    }
    let header: Header
    do throws(ByteReader.Malformed) {
      header = try Header(mapping.bytes(0..<Header.size))
    } catch { throw refuse(.damagedHeader, ["part": "header"]) }
    guard header.version == Header.version else {
      throw refuse(.otherVersion, ["version": String(header.version), "known": String(Header.version)])
    }
    guard header.fileSize == mapping.size else {
      throw refuse(.cutShort, ["found": String(mapping.size), "wanted": String(header.fileSize)])
    }
    guard header.directoryOffset >= Header.size,
      header.directoryOffset + header.directorySize == header.fileSize
    else { throw refuse(.malformed, ["part": "header", "problem": "the directory is not at its end"]) }
    return header
  }

  private static func directory(_ mapping: Mapping, _ header: Header) throws(Diagnostic) -> Directory {
    let bytes = mapping.bytes(header.directoryOffset..<header.fileSize)
    guard Checksum.of(bytes) == header.directoryChecksum else {
      throw Diagnostic(
        PackedCode.damagedHeader, at: nil, ["path": mapping.path, "part": "directory"])
    }
    do throws(ByteReader.Malformed) {
      return try Directory(ContiguousArray(bytes), end: header.directoryOffset)
    } catch {
      throw Diagnostic(
        PackedCode.malformed, at: nil,
        ["path": mapping.path, "part": "directory", "problem": error.what])
    }
  }

  var path: String { mapping.path }
  var size: Int { mapping.size }

  /// A refusal of this file for what its checksums do not show.
  func malformed(_ part: String, _ problem: String) -> Diagnostic {
    Diagnostic(PackedCode.malformed, at: nil, ["path": path, "part": part, "problem": problem])
  }

  /// The bytes of a section, valid as long as this object lives; its checksums are compared the first time.
  ///
  /// - Parameters:
  ///   - size: how many bytes it must have.
  ///   - part: what of the snapshot it holds, for diagnostics.
  func section(_ number: SectionNumber, size: Int, of part: String) throws(Diagnostic)
    -> UnsafeRawBufferPointer
  {
    guard directory.sections.indices.contains(number) else { throw malformed(part, "a section is not there") }
    let section = directory.sections[number]
    guard section.length == size else {
      throw malformed(part, "a section has \(section.length) bytes and should have \(size)")
    }
    if !sound.withLock({ $0[number] }) {
      try check(number, of: part)
      sound.withLock { $0[number] = true }
    }
    return mapping.bytes(section.offset..<section.offset + section.length)
  }

  /// The bytes of a section of whatever size.
  func whole(_ number: SectionNumber, of part: String) throws(Diagnostic) -> ContiguousArray<UInt8> {
    guard directory.sections.indices.contains(number) else { throw malformed(part, "a section is not there") }
    return ContiguousArray(try section(number, size: directory.sections[number].length, of: part))
  }

  /// Compares the checksums of a section.
  func check(_ number: SectionNumber, of part: String) throws(Diagnostic) {
    let section = directory.sections[number]
    guard mapping.isWhole else { throw Diagnostic(PackedCode.changedWhileOpen, at: nil, ["path": path]) }
    for (block, checksum) in section.checksums.enumerated() {
      guard Checksum.of(mapping.bytes(section.block(block))) == checksum else {
        throw Diagnostic(
          PackedCode.damagedBlock, at: nil, ["path": path, "block": String(block + 1), "part": part])
      }
    }
  }
}
