import Foundation
import Session
import Store
import TestSupport
import Testing

/// The engine against an interpreter that goes row by row: whole pipelines at random, values and ledgers.
///
/// `NEP_ORACLE_PIPELINES` sets how many pipelines a world gets, `NEP_ORACLE_SEED` the first seed; a failure prints its
/// seed and its script. `NEP_ORACLE_KEEP` names a folder in which the random snapshots are left as `world-N`, so that
/// `nep` can run a script on one; `NEP_ORACLE_TRACE` prints every script before it runs.
@Suite("Oracle")
struct OracleTests {
  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  static let firstSeed = setting("NEP_ORACLE_SEED") ?? 1
  static let isTraced = ProcessInfo.processInfo.environment["NEP_ORACLE_TRACE"] != nil

  /// Runs scripts from a seed on; a refused one costs nothing but its seed.
  private func run(_ count: Int, _ snapshots: [Snapshot], _ kind: RandomScope.World, from first: Int)
    -> [String:
    Int]
  {
    let world = World(snapshots)
    var tally: [String: Int] = [:]
    var seed = first
    var compared = 0
    while compared < count, seed < first + 20 * count {
      defer { seed += 1 }
      var pipeline = RandomPipeline(seed: UInt64(seed), kind)
      let script = pipeline.script()
      if Self.isTraced { print("seed \(seed)\n\(script)") }
      switch Trial(world: world, script: script).verdict() {
      case .refused(let reason): tally["refused: \(reason)", default: 0] += 1
      case .notCovered: tally["not covered", default: 0] += 1
      case .bothFail: tally["both fail", default: 0] += 1
      case .compared(let differences):
        compared += 1
        tally["compared", default: 0] += 1
        guard !differences.isEmpty else { continue }
        tally["different", default: 0] += 1
        Issue.record("seed \(seed)\n\(script)\n\(differences.joined(separator: "\n"))")
      }
    }
    if Self.isTraced {
      for (name, number) in tally.sorted(by: { $0.value > $1.value }) { print(number, name) }
    }
    return tally
  }

  private func snapshot(seed: UInt64, households: Int, label: String = "2023") throws -> Snapshot {
    let folder = try TemporaryFolder()
    var random = RandomSnapshot(seed: seed, households: households)
    let files = random.files(label: label)
    for (name, text) in files { try folder.write(name, text) }
    if let kept = ProcessInfo.processInfo.environment["NEP_ORACLE_KEEP"] {
      let url = URL(fileURLWithPath: "\(kept)/world-\(seed)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      for (name, text) in files {
        try text.write(to: url.appendingPathComponent(name), atomically: true, encoding: .utf8)
      }
    }
    return try #require(try SnapshotArguments.load([folder.url.path]).first)
  }

  @Test("small worlds of many missing values", arguments: 0..<5) func small(world: Int) throws {
    let snapshot = try snapshot(seed: UInt64(world), households: 40)
    let count = Self.setting("NEP_ORACLE_PIPELINES") ?? 80
    let tally = run(count, [snapshot], .init(), from: Self.firstSeed + world * 1_000_000)
    #expect(tally["compared"] == count, "\(tally)")
  }

  @Test("two snapshots", arguments: 0..<2) func two(world: Int) throws {
    let snapshots = [
      try snapshot(seed: UInt64(100 + world), households: 40, label: "2022"),
      try snapshot(seed: UInt64(world), households: 40),
    ]
    let count = Self.setting("NEP_ORACLE_PIPELINES") ?? 80
    let first = Self.firstSeed + 70_000_000 + world * 1_000_000
    let tally = run(count, snapshots, .init(hasPast: true), from: first)
    #expect(tally["compared"] == count, "\(tally)")
  }

  @Test("the demonstration data") func demonstration() throws {
    let snapshots = try SnapshotArguments.load([Repository.path("examples/data/2023").path])
    let count = (Self.setting("NEP_ORACLE_PIPELINES") ?? 80) / 4
    let tally = run(count, snapshots, .init(hasProgrammes: false), from: Self.firstSeed + 50_000_000)
    #expect(tally["compared"] == count, "\(tally)")
  }

  @Test("tables longer than a block") func long() throws {
    let snapshot = try snapshot(seed: 7, households: 18_400)
    let count = Self.setting("NEP_ORACLE_LONG") ?? 3
    let tally = run(count, [snapshot], .init(hasPaths: false), from: Self.firstSeed + 60_000_000)
    #expect(tally["compared"] == count, "\(tally)")
  }
}
