import Foundation
import TestSupport
import Testing

/// Every case of the contract, in the folder beside the checkout.
@Suite("Cases of the contract")
struct ContractCaseTests {
  /// Cases of features that a later issue builds, each with what it waits for.
  static let later: [(number: String, waitsFor: String)] = [
    ("803", "compare (time)"),
    ("804", "movement (time)"),
  ]

  static let folder = Repository.shared.appendingPathComponent("spec/cases")
  static let names = Repository.files(below: folder.appendingPathComponent("cases"), ending: ".case")
    .map(\.lastPathComponent)

  static func isLater(_ name: String) -> Bool { later.contains { name.hasPrefix($0.number + "-") } }

  static func judge(_ name: String) throws -> (departures: [String], report: String) {
    let found = try Case(folder.appendingPathComponent("cases/\(name)"))
    let outcome = try found.run(in: folder)
    let departures = found.departures(of: outcome)
    return (departures, found.report(departures, outcome))
  }

  @Test("are there") func presence() {
    #expect(Self.names.count >= 108, "the contract is not found at \(Self.folder.path)")
  }

  @Test("holds", arguments: names.filter { !isLater($0) }) func holds(name: String) throws {
    let (departures, report) = try Self.judge(name)
    if !departures.isEmpty { Issue.record("\(report)") }
  }

  /// A case that holds by now leaves the list, so that the list cannot rot.
  @Test("still waits for a later issue", arguments: names.filter { isLater($0) })
  func waits(name: String) throws {
    #expect(try !Self.judge(name).departures.isEmpty, "\(name) holds now: take it off the list")
  }

  @Test("are all on disk that are listed as later") func later() {
    for entry in Self.later {
      #expect(Self.names.contains { $0.hasPrefix(entry.number + "-") }, "\(entry)")
    }
  }
}
