/// Kleene's quantifiers over the rows of each group; an undetermined answer is missing.
extension Aggregates {
  /// `any(C)`: true if one row is true, else undetermined if one is, else false; of nothing false.
  package static func any(_ condition: BooleanColumn, _ groups: GroupAssignment) -> BooleanColumn {
    quantify(condition.bits, open: condition.validity, groups)
  }

  /// `all(C)`: false if one row is false, else undetermined if one is, else true; of nothing true.
  package static func all(_ condition: BooleanColumn, _ groups: GroupAssignment) -> BooleanColumn {
    let isFalse = condition.validity.known.map { $0 - condition.bits } ?? ~condition.bits
    return negated(quantify(isFalse, open: condition.validity, groups))
  }

  /// `none(C)`: false if one row is true, else undetermined if one is, else true; of nothing true.
  package static func none(_ condition: BooleanColumn, _ groups: GroupAssignment) -> BooleanColumn {
    negated(any(condition, groups))
  }

  /// Whether one row of each group is `decisive`; where none is, a missing value leaves it open.
  private static func quantify(_ decisive: Bitmap, open: Validity, _ groups: GroupAssignment) -> BooleanColumn
  {
    let holds = occurs(decisive, groups)
    guard let known = open.known else { return BooleanColumn(holds) }
    let undetermined = occurs(~known, groups) - holds
    return BooleanColumn(holds, undetermined.isEmpty ? .all : Validity(known: ~undetermined))
  }

  /// The groups that have one of some rows.
  private static func occurs(_ rows: Bitmap, _ groups: GroupAssignment) -> Bitmap {
    let group = groups.groups
    var result = Bitmap(count: groups.count)
    ParticipatingRows(known: rows, groups).forEach { row in result[Int(group[row])] = true }
    return result
  }

  private static func negated(_ column: BooleanColumn) -> BooleanColumn {
    let isFalse = column.validity.known.map { $0 - column.bits } ?? ~column.bits
    return BooleanColumn(isFalse, column.validity)
  }
}
