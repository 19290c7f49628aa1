import Source

/// What help and completion say of a builtin: how it is written, and what it gives.
package struct BuiltinDeclaration: Sendable {
  /// The forms of the call, parted by two spaces.
  package var signature: String
  package var summary: Localized

  package init(_ signature: String, _ summary: Localized) {
    self.signature = signature
    self.summary = summary
  }
}
