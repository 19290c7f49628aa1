import Source

/// The words that go with every result that supposes something, so that nobody takes it for what is.
enum WhatIf {
  static func mark(_ assumed: [String], _ language: Language) -> String {
    let list = assumed.joined(separator: ", ")
    return language == .english ? "WHAT-IF: \(list)" : "WHAT-IF (giả định): \(list)"
  }
}
