import Schema
import Source

/// The texts by which an enum's values are known: their names, and their labels in either language, without regard to case,
/// marks, spaces and hyphens (`Xơ Đăng` is `xo_dang`).
struct ValueNames {
  private var codes: [String: Int32] = [:]
  private var loose: [String: Int32?] = [:]

  init(_ type: EnumType) {
    for (index, value) in type.values.enumerated() {
      let code = Int32(truncatingIfNeeded: index)
      codes[value.name] = code
      for text in Set([value.name, value.label.en, value.label.vi].map(ValueNames.plain)) where !text.isEmpty
      {
        // Two values that read alike are told apart by their names only.
        loose[text] = loose[text] == nil ? .some(code) : .some(nil)
      }
    }
  }

  func code(of text: String) -> Int32? {
    codes[text] ?? loose[ValueNames.plain(text)] ?? nil
  }

  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.folded.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}
