/// A variant computed something else than it should have.
struct Disagreement: Error { let variants: Int }

/// Runs the prototypes named on the command line, or all of them.
///
/// The names are `place`, `members`, `snapshots`, `assessment` and `selection`.
@main
struct Prototypes {
  static func main() throws {
    let named = CommandLine.arguments.dropFirst()
    func isWanted(_ name: String) -> Bool { named.isEmpty || named.contains(name) }
    let snapshot = SyntheticSnapshot(households: 1_000_000, seed: 2_023)
    print("\(snapshot.count) households, \(snapshot.household.count) members")
    var report = Report()
    if isWanted("place") { CountByClassAndPlace.run(snapshot, &report) }
    if isWanted("members") {
      AnyMembers.run(snapshot, &report)
      ReductionByDensity.run(snapshot, &report)
    }
    if isWanted("snapshots") { AcrossSnapshots.run(&report) }
    if isWanted("assessment") { WhatIfAssessment.run(snapshot, &report) }
    if isWanted("selection") { RowSelection.run(snapshot, &report) }
    guard report.disagreements == 0 else { throw Disagreement(variants: report.disagreements) }
  }
}
