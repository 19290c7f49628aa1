import Columns
import Exporting
import Foundation
import Loading
import Packing
import Schema
import Source
import Store
import TestSupport
import Testing

/// A packed snapshot holds what its folder held, byte for byte the same each time.
@Suite struct PackingTests {
  static let folders = ["Tests/Golden/data-2022", "examples/data/2023"]

  @Test(arguments: folders) func whatIsPackedIsWhatWasLoaded(path: String) throws {
    let folder = try PackedFolder()
    let loaded = try folder.load(Repository.path(path).path)
    let size = try pack(loaded, to: folder.file("a.neps"))
    let opened = try folder.open(folder.file("a.neps"))
    #expect(difference(opened.account(), loaded.account()) == nil)
    #expect(opened.damage.diagnostic == nil)
    #expect(size.bytes == (try folder.bytes("a.neps").count))
    try folder.verify(folder.file("a.neps"))
  }

  @Test func everyFormOfColumn() throws {
    let folder = try PackedFolder()
    let loaded = try folder.everyForm()
    #expect(loaded.findings.count >= 5)
    _ = try pack(loaded, to: folder.file("a.neps"))
    let opened = try folder.open(folder.file("a.neps"))
    #expect(difference(opened.account(), loaded.account()) == nil)
    // Packed again, what was opened gives the same bytes.
    _ = try pack(opened, to: folder.file("b.neps"))
    #expect(try folder.bytes("a.neps") == folder.bytes("b.neps"))
    try folder.verify(folder.file("b.neps"))
  }

  @Test func anotherLabelForOneRun() throws {
    let folder = try PackedFolder()
    _ = try pack(try folder.everyForm(), to: folder.file("a.neps"))
    let opened = try openPacked(at: folder.file("a.neps"), label: "then") { DataCode(rawValue: $0) }
    #expect(opened.label == "then")
    #expect(try folder.open(folder.file("a.neps")).label == "2023")
  }

  @Test func longColumnsOfEveryWidth() throws {
    var dice = SeededDice(state: 7)
    let count = 5_003
    let fields = (0..<9).map { Field("f\($0)", .integer, Localized("f")) }
    var columns: [String: Column] = [:]
    for (index, bits) in [0, 1, 2, 4, 7, 12, 30, 50, 64].enumerated() {
      let values = (0..<count).map { _ -> Int64 in
        bits == 0 ? -5 : Int64(truncatingIfNeeded: dice.next() >> UInt64(64 - bits)) &- 3
      }
      var known = Bitmap(repeating: true, count: count)
      if bits % 4 == 0 { for row in stride(from: 0, to: count, by: 3) { known[row] = false } }
      columns["f\(index)"] = .integer(
        IntegerColumn(ContiguousArray(values), known.isAllSet ? .all : Validity(known: known)))
    }
    let entity = Entity("rows", singular: "row", Localized("rows"), key: [], fields: fields)
    let roles = Roles(population: "rows", size: "", people: "", peopleLink: "", places: "places", levels: [])
    let snapshot = Snapshot(
      label: "x", name: "x", date: nil, standard: nil, coversAll: true,
      schema: Schema(entities: [entity], enums: [], roles: roles),
      tables: ["rows": EntityTable(entity: entity, count: count, columns: columns)], places: .empty,
      findings: [])
    let folder = try PackedFolder()
    _ = try pack(snapshot, to: folder.file("a.neps"))
    #expect(difference(try folder.open(folder.file("a.neps")).account(), snapshot.account()) == nil)
  }

  @Test func anExportLoadsAsTheSame() throws {
    let folder = try PackedFolder()
    for path in Self.folders {
      let loaded = try folder.load(Repository.path(path).path)
      let name = path.replacing("/", with: "-")
      try exportFolder(loaded, to: folder.file(name))
      #expect(difference(try folder.load(folder.file(name)).account(), loaded.account()) == nil, "\(path)")
    }
    let forms = try folder.everyForm()
    try exportFolder(forms, to: folder.file("exported"))
    let again = try folder.load(folder.file("exported"))
    #expect(difference(again.account(findings: false), forms.account(findings: false)) == nil)
    #expect(throws: Diagnostics.self) { try exportFolder(forms, to: folder.file("exported")) }
  }

  @Test func whatCannotBeWrittenLeavesNothing() throws {
    let folder = try PackedFolder()
    let snapshot = try folder.everyForm()
    do {
      _ = try pack(snapshot, to: folder.file("none/a.neps"))
      Issue.record("there is no such folder")
    } catch {
      #expect(error.list.first?.code.id == PackedCode.cannotPack.id)
    }
    _ = try pack(snapshot, to: folder.file("a.neps"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.neps", "forms"])
  }

  @Test func checksumsAreThoseOfXXH64() {
    let known: [(String, UInt64)] = [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ]
    for (text, sum) in known {
      #expect(Array(text.utf8).withUnsafeBytes { Checksum.of($0) } == sum, "\(text)")
    }
  }
}

/// A small deterministic generator.
struct SeededDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
