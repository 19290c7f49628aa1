import Results

/// Turns the results of one run, in order, into the bytes of one format.
///
/// What a renderer writes depends on the results and the options alone: no locale, clock or hash order. A run
/// without results gives no bytes, in `json` too. All output ends in LF.
package protocol ResultRenderer: Sendable {
  /// Adds a result; its ledger is not printed here (see `ledgerLines`).
  mutating func append(_ result: Result)

  /// The bytes of all results added since the beginning or the last `finish`, after which the renderer is as new.
  mutating func finish() -> [UInt8]
}

/// The output of formats whose results are parted by an empty line.
struct PartedOutput: Sendable {
  private(set) var bytes: [UInt8] = []
  private let prefix: [UInt8]

  /// `prefix` begins the output, if there is any.
  init(prefix: [UInt8] = []) { self.prefix = prefix }

  /// Writes one result, with the empty line before it unless it is the first.
  mutating func part(_ write: (inout [UInt8]) -> Void) {
    if bytes.isEmpty { bytes += prefix } else { bytes.append(UInt8(ascii: "\n")) }
    write(&bytes)
  }

  mutating func finish() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
