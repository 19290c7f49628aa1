import CEditline
import Foundation
import Session

/// Letters from the terminal, decoded from UTF-8, and the events between them.
struct TerminalInput {
  enum Event {
    case letter(Unicode.Scalar)
    case interrupted, resized, continued, ended
  }

  /// Waits for the next letter or event.
  ///
  /// A byte that is no UTF-8 is left out.
  mutating func next() -> Event {
    while true {
      switch nextByte() {
      case .event(let event): return event
      case .byte(let first):
        if let scalar = scalar(from: first) { return .letter(scalar) }
      }
    }
  }

  private enum Step {
    case byte(UInt8)
    case event(Event)
  }

  /// The letter that a first byte begins; its further bytes come at once, as terminals write letters whole.
  private mutating func scalar(from first: UInt8) -> Unicode.Scalar? {
    let count =
      switch first {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard count > 0 else { return nil }
    var bytes = [first]
    while bytes.count < count {
      guard case .byte(let byte) = nextByte(), byte & 0xC0 == 0x80 else { return nil }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    // Codes of the second control block are the reader's own events, never a key.
    return text.unicodeScalars.first.flatMap { (0x80..<0xA0).contains($0.value) ? nil : $0 }
  }

  /// Signals are let in only inside the wait: one that comes just before it still ends the wait.
  private mutating func nextByte() -> Step {
    var held = sigset_t()
    var usual = sigset_t()
    sigemptyset(&held)
    for number in TerminalSignals.waited { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &usual)
    defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
    while true {
      if TerminalSignals.hasEnded { return .event(.ended) }
      if Interruption.isAsked {
        Interruption.clear()
        return .event(.interrupted)
      }
      if TerminalSignals.takeContinued() { return .event(.continued) }
      if TerminalSignals.takeResized() { return .event(.resized) }
      if nep_wait_for_input(STDIN_FILENO, &usual) < 0 {
        if errno == EINTR { continue }
        return .event(.ended)
      }
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1 { return .byte(byte) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      return .event(.ended)
    }
  }
}
