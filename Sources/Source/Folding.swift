/// Folding: text without case and without Vietnamese marks, đ as d; the form in which `~`, `fold`, place names
/// and "nearest names" compare.
extension String {
  /// This text in lower case without marks.
  package var folded: String {
    var result = String.UnicodeScalarView()
    for scalar in decomposed(lowercased()) {
      switch scalar.value {
      case 0x300...0x36F: continue
      case 0x111: result.append("d")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private func decomposed(_ text: String) -> String.UnicodeScalarView {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.unicodeScalars : text.canonicallyDecomposed.unicodeScalars
  }

  /// The columns this text takes on a terminal: marks none, East Asian wide letters two.
  package var displayWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }
}

extension Unicode.Scalar {
  /// Zero for marks and joiners, two for East Asian wide and emoji, else one.
  package var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    case .control: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
