import Schema

/// The rows of one pipeline in two snapshots, to be matched by key.
package struct SnapshotPair: Sendable {
  package var from: SnapshotID
  package var to: SnapshotID
  package var before: Plan
  package var after: Plan

  package init(from: SnapshotID, to: SnapshotID, before: Plan, after: Plan) {
    self.from = from
    self.to = to
    self.before = before
    self.after = after
  }
}

/// Two results of one shape side by side by their keys (language.md, section 8).
package struct ComparePlan: Sendable {
  package var pair: SnapshotPair
  /// How many of the plans' first output columns are the keys.
  package var keyCount: Int
  /// For each other column the type of its change; nil where it is no number.
  package var changes: [ValueType?]

  package init(pair: SnapshotPair, keyCount: Int, changes: [ValueType?]) {
    self.pair = pair
    self.keyCount = keyCount
    self.changes = changes
  }
}

/// Stocks and flows of a class between two snapshots (language.md, section 8).
package struct MovementPlan: Sendable {
  package var entity: String
  package var pair: SnapshotPair
  /// Snapshots before the first, in which an entrant may have been in the class.
  package var earlier: [SnapshotID]
  /// Whether a row, of either snapshot, is in the class; whether it is in the one beside.
  package var isIn: TypedExpression
  /// The same two as they read in the first snapshot, and `isIn` as it reads in each earlier one: what a standard gives
  /// depends on the snapshot.
  package var wasIn: TypedExpression
  package var wasBeside: TypedExpression?
  package var wasInEarlier: [TypedExpression] = []
  package var isBeside: TypedExpression?
  /// Whether the field has a value at all.
  package var isClassed: TypedExpression
  /// The size and the recorded change of a row, read in the second snapshot; nil where it does not carry them.
  package var size: TypedExpression?
  package var isEscaped: TypedExpression?
  package var isBroughtIn: TypedExpression?
  package var keys: [Summarize.Key]
  package var hasTotals: Bool
  package var hasSubtotals: Bool

  package init(
    entity: String, pair: SnapshotPair, earlier: [SnapshotID], isIn: TypedExpression,
    isBeside: TypedExpression?, isClassed: TypedExpression, size: TypedExpression?,
    isEscaped: TypedExpression?, isBroughtIn: TypedExpression?, keys: [Summarize.Key], hasTotals: Bool,
    hasSubtotals: Bool
  ) {
    self.entity = entity
    self.pair = pair
    self.earlier = earlier
    self.isIn = isIn
    wasIn = isIn
    wasBeside = isBeside
    self.isBeside = isBeside
    self.isClassed = isClassed
    self.size = size
    self.isEscaped = isEscaped
    self.isBroughtIn = isBroughtIn
    self.keys = keys
    self.hasTotals = hasTotals
    self.hasSubtotals = hasSubtotals
  }
}

/// The matrix of a field at two dates in long form (language.md, section 8).
package struct TransitionPlan: Sendable {
  package var entity: String
  package var pair: SnapshotPair
  package var field: TypedExpression
  /// The field as it reads in the first snapshot.
  package var fieldBefore: TypedExpression
  package var size: TypedExpression?
  package var keys: [Summarize.Key]

  package init(
    entity: String, pair: SnapshotPair, field: TypedExpression, size: TypedExpression?, keys: [Summarize.Key]
  ) {
    self.entity = entity
    self.pair = pair
    self.field = field
    fieldBefore = field
    self.size = size
    self.keys = keys
  }
}
