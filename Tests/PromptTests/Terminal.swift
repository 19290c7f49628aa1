import Foundation
import TestSupport

/// The built command on a pseudo-terminal of its own, of which the test is the screen and the keyboard.
final class Terminal {
  private let master: Int32
  private let process: pid_t
  /// Everything that the command painted, escape sequences and all.
  private(set) var screen = ""

  /// Starts the command as the leader of a session that the terminal controls, as a terminal emulator does.
  init(_ arguments: [String], home: String, rows: UInt16 = 30, columns: UInt16 = 80) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var lock: Int32 = 0
    guard master >= 0, ioctl(master, Terminal.setLock, &lock) == 0,
      ioctl(master, Terminal.getNumber, &number) == 0
    else { throw TerminalError.unavailable }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(Terminal.newSession))
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    let words = Terminal.copies([Repository.nep.path] + arguments)
    let environment = Terminal.copies([
      "HOME=\(home)", "TERM=xterm-256color", "LC_ALL=C", "PATH=/usr/bin:/bin",
    ])
    defer { for text in words + environment { free(text) } }
    var child: pid_t = 0
    guard posix_spawn(&child, Repository.nep.path, &actions, &attributes, words, environment) == 0 else {
      throw TerminalError.unavailable
    }
    process = child
  }

  deinit {
    close(master)
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  enum TerminalError: Error { case unavailable }

  /// `POSIX_SPAWN_SETSID`, which the C library's module does not show.
  private static let newSession = 0x80
  /// Linux's `TIOCSPTLCK` and `TIOCGPTN`: opening the other end of a pseudo-terminal, and its number.
  private static let (setLock, getNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))

  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  private var hasEnded = false

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Waits until the command has painted a text since the last wait; false if it does not.
  func shows(_ text: String, within seconds: Double = 60) -> Bool {
    let end = Date.now + seconds
    while true {
      if let range = unread.range(of: text) {
        unread = String(unread[range.upperBound...])
        return true
      }
      guard Date.now < end, take() else { return false }
    }
  }

  private var unread = ""
  private var partial: [UInt8] = []

  /// Takes what was painted, waiting a little; false at its end.
  private func take() -> Bool {
    var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, 100) > 0 else { return true }
    var block = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &block, block.count)
    guard count > 0 else { return false }
    partial += block[..<count]
    // Only whole letters: the last one may be cut.
    let end = partial.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    let isWhole = String(validating: partial[end...], as: UTF8.self) != nil
    let whole = isWhole ? partial.count : end
    let text = String(decoding: partial[..<whole], as: UTF8.self)
    partial.removeFirst(whole)
    screen += text
    unread += text
    return true
  }

  /// The exit status, once the command has ended; nil if it does not, or was killed.
  func status(within seconds: Double = 30) -> Int32? {
    let end = Date.now + seconds
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard Date.now < end else { return nil }
      _ = take()
    }
    hasEnded = true
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}
