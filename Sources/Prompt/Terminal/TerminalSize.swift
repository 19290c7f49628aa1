import Foundation

/// The columns of the terminal on standard output.
package enum TerminalSize {
  /// Nil where standard output is no terminal, or one that does not know.
  package static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
