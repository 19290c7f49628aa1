/// Types a list of lines: the reader of tests.
package final class ScriptedReader: LineReader {
  /// What a test types: Ctrl-C beside lines.
  package enum Key: ExpressibleByStringLiteral, Sendable {
    case line(String)
    case interrupt

    package init(stringLiteral value: String) { self = .line(value) }
  }

  package let isInteractive = false
  /// The prompts shown so far, the greater half of what a person would see.
  package private(set) var prompts: [String] = []
  private var keys: ArraySlice<Key>

  package init(_ keys: [Key]) { self.keys = keys[...] }

  package func read(prompt: String, continuation: String, isComplete: @escaping (String) -> Bool)
    -> LineEvent
  {
    LineAssembly.read(isComplete: isComplete) { isFirst in
      prompts.append(isFirst ? prompt : continuation)
      switch keys.popFirst() {
      case .line(let line)?: return .text(line)
      case .interrupt?: return .interrupted
      case nil: return .end
      }
    }
  }
}
