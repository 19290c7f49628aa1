import Columns
import Foundation
import Loading
import Schema
import Source
import Store
import Testing

/// Single files read as tables of their own (`use "codes.csv" as codes`).
@Suite struct TableTests {
  private func load(_ csv: String) throws -> LoadedTable {
    let folder = try SnapshotFolder(["codes.csv": csv])
    return try loadTable(at: "\(folder.path)/codes.csv", shown: "codes.csv", name: "codes")
  }

  @Test func columnsAreTypedByTheirContent() throws {
    let loaded = try load(
      "Mã hộ;tuổi;điểm;ngày;mã;;tuổi\n007;3;1.5;1/2/2023;A1;x;9\n012;x;2;2023-03-01;7;y;9\n012;5;;;;;\n")
    let entity = loaded.table.entity
    #expect(entity.name == "codes" && entity.key.isEmpty)
    #expect(entity.fields.map(\.name) == ["Mã hộ", "tuổi", "điểm", "ngày", "mã"])
    #expect(entity.fields.map(\.type.kind) == [.text, .integer, .number, .date, .text])
    #expect(loaded.table.count == 3)
    let bad = loaded.findings.filter { $0.code.id == DataCode.badNumber.id }
    #expect(
      bad.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message.en)" } == ["3:2 tuổi: `x` is not a number"])
  }

  @Test func everyRowCounts() throws {
    let loaded = try load("household\nK05\nK07\nK07\n")
    #expect(loaded.table.count == 3)
    #expect(loaded.table.keys.count == 0)
    #expect(loaded.findings.isEmpty)
  }

  @Test func aSnapshotTakesItIn() throws {
    let folder = try SnapshotFolder(["households.csv": "code,size\nA,1\n"])
    let snapshot = try folder.load().adding(try load("household\nA\n").table)
    #expect(snapshot.schema.entity("codes")?.fields.map(\.name) == ["household"])
    #expect(snapshot.texts("codes", "household") == ["A"])
    #expect(snapshot.texts("households", "size") == ["1"])
  }

  @Test func whatIsNoTable() throws {
    #expect(throws: Diagnostics.self) { try loadTable(at: "/nowhere.csv", shown: "nowhere.csv", name: "x") }
    #expect(throws: Diagnostics.self) { try load("") }
  }
}
