import Synchronization

/// A value that is made when it is first asked for, and then kept; several threads may ask at once.
package final class Lazy<Value: Sendable>: Sendable {
  private enum State {
    case made(Value)
    case promised(@Sendable () -> Value)
  }

  private let state: Mutex<State>

  /// - Parameter make: called at most once; it may ask for other values, but not for itself.
  package init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.promised(make)) }

  /// A value at hand.
  package init(made value: Value) { state = Mutex(.made(value)) }

  package var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .promised(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}

/// Values by name, some at hand and some made when they are first asked for.
///
/// That a name is there is told without making its value.
package struct NamedValues<Value: Sendable>: Sendable {
  private var made: [String: Value]
  private var promised: [String: Lazy<Value>]

  package init(_ made: [String: Value] = [:], promised: [String: Lazy<Value>] = [:]) {
    self.made = made
    self.promised = promised
  }

  /// Whether there is a value of a name.
  package func has(_ name: String) -> Bool { made[name] != nil || promised[name] != nil }

  /// All names, ascending.
  package var keys: [String] { (Array(made.keys) + promised.keys.filter { made[$0] == nil }).sorted() }

  package subscript(name: String) -> Value? {
    get { made[name] ?? promised[name]?.value }
    set {
      made[name] = newValue
      promised[name] = nil
    }
  }
}
