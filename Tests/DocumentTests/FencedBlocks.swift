/// A block of a Markdown text between lines of three backquotes.
struct FencedBlock {
  /// The word behind the opening backquotes: `nep`, `text`, `sh`.
  var tag: String
  /// The lines inside, each ended by a line end.
  var text: String
  /// The line of the opening backquotes, from 1.
  var line: Int

  /// The blocks of a text in their order.
  static func all(in markdown: String) -> [FencedBlock] {
    var blocks: [FencedBlock] = []
    var open: FencedBlock?
    for (number, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("```") else {
        open?.text += line + "\n"
        continue
      }
      if let block = open {
        blocks.append(block)
        open = nil
      } else {
        open = FencedBlock(tag: String(line.dropFirst(3)), text: "", line: number + 1)
      }
    }
    return blocks
  }
}
