/// A value known before anything runs.
package enum Constant: Hashable, Sendable {
  case missing
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  /// Days since 1970-01-01.
  case date(Int)
  /// A value of an enum, by its position.
  case enumeration(Int32)
  /// A set of an enum's values, as a bit mask.
  case set(UInt64)
  /// A row of an entity, by its key, so that it means the same unit in every snapshot.
  case entity(String, key: String)
}

/// Which snapshot a plan reads, by its place in the catalogue of loaded snapshots (ascending by date).
package struct SnapshotID: Hashable, Sendable {
  package var index: Int
  package init(_ index: Int) { self.index = index }
}
