import Source

/// Text from the clipboard, made fit to be edited.
package struct PastedText {
  /// The text in composed form, with plain line ends, without control characters and without our own prompts.
  package let text: String

  /// - Parameter prompts: what stands before lines copied from a session.
  package init(_ pasted: String, prompts: [String]) {
    let plain = pasted.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\t", with: "  ")
    var lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var scalars = String.UnicodeScalarView()
      for scalar in line.unicodeScalars where scalar.properties.generalCategory != .control {
        scalars.append(scalar)
      }
      return PastedText.stripped(String(scalars), prompts)
    }
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    text = lines.joined(separator: "\n").composed
  }

  private static func stripped(_ line: String, _ prompts: [String]) -> String {
    guard let prompt = prompts.first(where: { line.hasPrefix($0) }) else { return line }
    return String(line.dropFirst(prompt.count))
  }
}
