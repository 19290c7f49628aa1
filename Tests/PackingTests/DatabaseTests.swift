import Exporting
import Foundation
import GRDB
import Source
import Store
import Testing

/// A snapshot as a SQLite database.
@Suite struct DatabaseTests {
  @Test func aTableForEachEntity() throws {
    let folder = try PackedFolder()
    let snapshot = try folder.everyForm()
    try exportDatabase(snapshot, to: folder.file("a.sqlite"))
    let queue = try DatabaseQueue(path: folder.file("a.sqlite"))
    let names = ["_key", "place", "size", "class", "reviewed_on", "rate", "crops", "merit", "words"]
    let cells = names.map { "ifnull(\($0), '–')" }.joined(separator: " || ' ' || ")
    let (rows, joined, labels, indexes, facts) = try queue.read { database in
      (
        try String.fetchAll(database, sql: "SELECT \(cells) FROM households ORDER BY _key"),
        try String.fetchAll(
          database,
          sql: "SELECT m.name FROM members m JOIN households h ON m.household = h._key WHERE h.class = 'poor'"
        ),
        try String.fetchAll(
          database,
          sql: "SELECT vi FROM _labels WHERE entity = 'households' AND field = 'crops' AND value = 'rice'"),
        try String.fetchAll(
          database,
          sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite%' ORDER BY name"
        ),
        try String.fetchOne(
          database, sql: "SELECT label || ' ' || name || ' ' || date || ' ' || covers FROM _snapshot")
      )
    }
    #expect(
      rows == [
        "K1 20335 3 poor 2023-11-02 12.5 rice;maize 1 một, \"hai\"\nba", "K2 20335 5 near_poor – 7.25  0 –",
        "K3 20341 – other – – – – bốn", "K4 – 4 – 2023-10-01 100.0 maize 1 năm",
      ], "\(rows)")
    #expect(joined.sorted() == ["Lan", "Nam"])
    #expect(labels == ["Lúa"])
    #expect(indexes.contains("members_household") && indexes.contains("households_place"), "\(indexes)")
    #expect(facts == "2023 Mọi dạng 2023-12-15 reviewed")
    #expect(throws: Diagnostics.self) { try exportDatabase(snapshot, to: folder.file("a.sqlite")) }
    #expect(throws: Diagnostics.self) { try exportDatabase(snapshot, to: folder.file("none/a.sqlite")) }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.sqlite", "forms"])
  }
}
