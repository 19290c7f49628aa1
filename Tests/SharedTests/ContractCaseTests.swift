import Foundation
import TestSupport
import Testing

/// Every case of the contract, in the folder beside the checkout.
@Suite("Cases of the contract")
struct ContractCaseTests {
  static let folder = Repository.shared.appendingPathComponent("spec/cases")
  static let names = Repository.files(below: folder.appendingPathComponent("cases"), ending: ".case")
    .map(\.lastPathComponent)

  static func judge(_ name: String) throws -> (departures: [String], report: String) {
    let found = try Case(folder.appendingPathComponent("cases/\(name)"))
    let outcome = try found.run(in: folder)
    let departures = found.departures(of: outcome)
    return (departures, found.report(departures, outcome))
  }

  @Test("are there") func presence() {
    #expect(Self.names.count >= 108, "the contract is not found at \(Self.folder.path)")
  }

  @Test("holds", arguments: names) func holds(name: String) throws {
    let (departures, report) = try Self.judge(name)
    if !departures.isEmpty { Issue.record("\(report)") }
  }
}
