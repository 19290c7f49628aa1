/// What a loader derives and checks beyond types and links, in the order in which it does so: derivations see values
/// that failed a check above them as missing, and checks see values derived above them.
package enum DataRule: Sendable {
  /// A value outside the bounds becomes missing.
  case within(entity: String, field: String, ClosedRange<Int64>)
  /// A value that is no multiple becomes missing.
  case multiple(entity: String, field: String, of: Int64)
  /// A date after the snapshot's becomes missing.
  case notAfterSnapshot(entity: String, field: String)
  /// A given number unlike the count of the rows behind a link is kept, and said.
  case equalsCount(entity: String, field: String, link: String)
  /// Rows without exactly one child of a value are said.
  case exactlyOne(entity: String, link: String, field: String, value: String)
  /// A value above another of its row is said.
  case atMost(entity: String, field: String, bound: String)
  /// A total below the count of the rows behind a link is said.
  case atLeastCount(entity: String, field: String, link: String)

  /// Where missing: the count of the rows behind a link, if there are any.
  case count(entity: String, field: String, link: String)
  /// Where missing: the years completed on the snapshot's date since a date.
  case completedYears(entity: String, field: String, since: String)
  /// Where missing: the field of the same name behind a link.
  case inherited(entity: String, field: String, link: String)
  /// Where missing: whether another field has any other value than one.
  case differs(entity: String, field: String, from: String, value: String)
  /// Where missing: the year of a date.
  case year(entity: String, field: String, of: String)
  /// Where missing: the row itself, or the one above it, that stands directly below the top.
  case branch(entity: String, field: String, parent: String)
  /// Where missing: the first row behind a to-many link whose field has a value.
  case child(entity: String, field: String, link: String, where: String, value: String)
}

extension HouseholdModel {
  /// The derivations and single-snapshot invariants of the model; what compares with a standard is checked by the
  /// standards, whose thresholds are data.
  package static let rules: [DataRule] = [
    .notAfterSnapshot(entity: "members", field: "birth_date"),
    .completedYears(entity: "members", field: "age", since: "birth_date"),
    .within(entity: "members", field: "age", 0...120),
    .exactlyOne(entity: "households", link: "members", field: "relation", value: "head"),
    .child(entity: "households", field: "head", link: "members", where: "relation", value: "head"),
    .equalsCount(entity: "households", field: "size", link: "members"),
    .count(entity: "households", field: "size", link: "members"),
    .inherited(entity: "households", field: "area", link: "place"),
    .differs(entity: "households", field: "ethnic_minority", from: "ethnicity", value: "kinh"),
    .within(entity: "households", field: "score_b", 0...120),
    .multiple(entity: "households", field: "score_b", of: 10),
    .atLeastCount(entity: "places", field: "households_total", link: "households"),
    .atMost(entity: "allocations", field: "disbursed", bound: "planned"),
    .year(entity: "supports", field: "year", of: "date"),
    .branch(entity: "projects", field: "component", parent: "parent"),
  ]
}
