/// The statements of this session and of earlier ones, oldest first.
package final class History {
  package private(set) var entries: [String]
  private let file: HistoryFile?

  /// A history that a file keeps; without one it lasts as long as the session.
  package init(file: HistoryFile?) {
    self.file = file
    entries = file?.read() ?? []
  }

  /// Adds a statement, unless it repeats the one before.
  package func add(_ text: String) {
    guard !text.isEmpty, entries.last != text else { return }
    entries.append(text)
    file?.append(text)
  }
}
