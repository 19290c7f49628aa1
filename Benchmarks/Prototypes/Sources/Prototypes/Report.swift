/// Times variants of one computation and prints them as rows of a Markdown table.
///
/// Every variant returns a checksum. Those of one prototype must agree, so that no variant is fast because it
/// computes something else.
struct Report {
  /// How often each variant is run; the best and the median are printed.
  static let repetitions = 9

  /// How many variants gave another checksum than they should have.
  private(set) var disagreements = 0

  /// Starts the table of a prototype.
  func heading(_ title: String) {
    print("\n### \(title)\n\n| variant | best ms | median ms | best ns/row |\n|---|---:|---:|---:|")
  }

  /// Runs `body` and prints its times.
  mutating func measure(_ name: String, rows: Int, expecting expected: Int, _ body: () -> Int) {
    var times: [Double] = []
    var agrees = true
    for _ in 0..<Self.repetitions {
      var checksum = 0
      let duration = ContinuousClock().measure { checksum = body() }
      let (seconds, attoseconds) = duration.components
      times.append(Double(seconds) * 1e3 + Double(attoseconds) / 1e15)
      agrees = agrees && checksum == expected
    }
    times.sort()
    let best = times[0]
    let median = times[times.count / 2]
    let remark = agrees ? "" : " (DISAGREES)"
    if !agrees { disagreements += 1 }
    let perRow = best * 1e6 / Double(rows)
    print("| \(name)\(remark) | \(decimal(best)) | \(decimal(median)) | \(decimal(perRow)) |")
  }

  /// A number with two decimals, without Foundation.
  private func decimal(_ number: Double) -> String {
    let hundredths = Int(number * 100 + 0.5)
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
