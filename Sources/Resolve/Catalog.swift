import Plan
import Schema
import Source
import Store

/// What a program can read: the loaded snapshots, ascending by date, and which of them is current.
package struct Catalog: Sendable {
  package var snapshots: [Snapshot]
  /// Which snapshot `households` means.
  package var current: SnapshotID
  /// Whether there are no data, only the model: then any place, key or label may be one of the data that will be read.
  package let isModelOnly: Bool

  /// - Parameters:
  ///   - snapshots: in any order; those without a date come first. The newest is current.
  ///   - isModelOnly: whether the snapshots hold the model and no data.
  package init(_ snapshots: [Snapshot], isModelOnly: Bool = false) {
    self.isModelOnly = isModelOnly
    self.snapshots = snapshots.enumerated().sorted {
      ($0.element.date?.days ?? .min, $0.offset) < ($1.element.date?.days ?? .min, $1.offset)
    }.map(\.element)
    current = SnapshotID(max(0, snapshots.count - 1))
  }

  package subscript(id: SnapshotID) -> Snapshot { snapshots[id.index] }

  package var labels: [String] { snapshots.map(\.label) }

  /// The snapshot that a reference names: a label first, then the newest not after a date.
  func find(_ text: String, date: CivilDate?) -> SnapshotID? {
    if text == "current" { return current }
    if text == "previous" { return current.index > 0 ? SnapshotID(current.index - 1) : nil }
    if let index = snapshots.firstIndex(where: { $0.label == text }) { return SnapshotID(index) }
    guard let date else { return nil }
    return snapshots.lastIndex { ($0.date ?? CivilDate(days: .max)) <= date }.map(SnapshotID.init)
  }

  /// A snapshot of the model under a label, as it will be among the data.
  mutating func assume(_ label: String) -> SnapshotID {
    let model = self[current]
    snapshots.append(
      Snapshot(
        label: label, name: label, date: nil, standard: nil, coversAll: true, schema: model.schema,
        tables: model.tables, places: model.places, findings: []))
    return SnapshotID(snapshots.count - 1)
  }
}
