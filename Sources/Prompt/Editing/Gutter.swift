/// The continuation prompt as libedit sees it: letters of its one buffer, after each line break.
///
/// libedit paints a prompt before the first line only. So that further lines stand under the first, their prompt lies in
/// the buffer; everything else works on the text without it.
package struct Gutter {
  private let mark: [Unicode.Scalar]

  /// - Parameter prompt: what stands before each line but the first.
  package init(_ prompt: String) { mark = Array(prompt.unicodeScalars) }

  /// A text as it lies in the buffer.
  package func filled(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      result.append(scalar)
      if scalar == "\n" { result += mark }
    }
    return result
  }

  /// What a buffer holds, the continuation prompts left out; a cursor inside one counts as behind it.
  package func emptied(_ buffer: [Unicode.Scalar], cursor: Int) -> EditBuffer {
    var before = String.UnicodeScalarView()
    var after = String.UnicodeScalarView()
    var index = 0
    while index < buffer.count {
      if index < cursor { before.append(buffer[index]) } else { after.append(buffer[index]) }
      let isBreak = buffer[index] == "\n"
      index += 1
      if isBreak, buffer[index...].starts(with: mark) { index += mark.count }
    }
    return EditBuffer(before: String(before), after: String(after))
  }
}
