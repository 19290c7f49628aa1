import Foundation

/// The encodings in which exports come.
enum TextEncoding: String, CaseIterable {
  case utf8 = "utf-8"
  /// By its byte-order mark, little-endian without one.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"

  /// The encoding that a declaration names, whatever its case, `_` as `-`.
  init?(named name: String) {
    let plain = name.lowercased().replacing("_", with: "-")
    switch plain {
    case "utf8": self = .utf8
    case "utf16": self = .utf16
    case "cp1252", "windows1252": self = .windows1252
    case "latin1", "latin-1": self = .latin1
    default: self.init(rawValue: plain)
    }
  }

  /// UTF-16 where a mark says so, or where every other of the first bytes is zero; else UTF-8.
  static func detected(in bytes: ContiguousArray<UInt8>, count: Int) -> TextEncoding {
    guard count >= 2 else { return .utf8 }
    if (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) { return .utf16 }
    let sample = min(count, 64) & ~1
    let zerosAtEven = stride(from: 0, to: sample, by: 2).count { bytes[$0] == 0 }
    let zerosAtOdd = stride(from: 1, to: sample, by: 2).count { bytes[$0] == 0 }
    if sample >= 4, zerosAtOdd * 4 >= sample, zerosAtEven == 0 { return .utf16LittleEndian }
    if sample >= 4, zerosAtEven * 4 >= sample, zerosAtOdd == 0 { return .utf16BigEndian }
    return .utf8
  }

  /// The text of bytes without its mark; nil where they are not in this encoding.
  func decoded(_ bytes: ContiguousArray<UInt8>.SubSequence) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .utf16:
      let isBig = bytes.count >= 2 && bytes[bytes.startIndex] == 0xFE && bytes[bytes.startIndex + 1] == 0xFF
      return TextEncoding.utf16(bytes, bigEndian: isBig)
    case .utf16LittleEndian: return TextEncoding.utf16(bytes, bigEndian: false)
    case .utf16BigEndian: return TextEncoding.utf16(bytes, bigEndian: true)
    case .windows1252: return String(data: Data(bytes), encoding: .windowsCP1252)
    case .latin1: return String(data: Data(bytes), encoding: .isoLatin1)
    }
  }

  private static func utf16(_ bytes: ContiguousArray<UInt8>.SubSequence, bigEndian: Bool) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    if units.first == 0xFEFF { units.removeFirst() }
    return String(validating: units, as: UTF16.self)
  }
}
