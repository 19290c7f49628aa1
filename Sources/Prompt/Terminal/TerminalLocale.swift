import CEditline
import Foundation

/// The character set of the terminal.
///
/// Without UTF-8 libedit silently drops every letter beyond ASCII.
enum TerminalLocale {
  /// Takes the user's locale, or one that only brings UTF-8; false where the machine has neither.
  ///
  /// Only the set of characters is taken: no other part of a locale may show in results.
  static func useUTF8() -> Bool {
    for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8"] {
      if setlocale(LC_CTYPE, name) != nil, isUTF8 { return true }
    }
    return false
  }

  private static var isUTF8: Bool {
    guard let codeset = nep_locale_codeset() else { return false }
    return ["utf-8", "utf8"].contains(String(cString: codeset).lowercased())
  }
}
