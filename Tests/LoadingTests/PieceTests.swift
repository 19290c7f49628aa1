import Foundation
import Loading
import Schema
import Source
import Store
import Testing

/// Files read in pieces by several threads come to the same tables and findings as read in one by one thread.
@Suite struct PieceTests {
  /// A small deterministic generator.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Cells of every awkward kind.
  private static let cells = [
    "", "12", "x", "Hà", "\"a\nb\"", "\"a \"\"quoted\"\" word\"", "\"\"", "\"\"\"\"", "5\" pipe", "\"a\"b",
    "\"a,b\"",
    "\"\r\n\"", " padded ", "\"1\n2\n3\"", "true", "poor", "2023-01-05", "N/A", "\"\"\"\n\"", "a\"\"b",
  ]

  private func rows(_ dice: inout Dice, _ count: Int, ending: String) -> String {
    let header = ["code", "size", "class", "head_name", "income", "reviewed_on"]
    var text = header.joined(separator: ",") + ending
    for row in 0..<count {
      let draw = Int.random(in: 0..<40, using: &dice)
      if draw == 0 { text += ending }
      if draw == 1 { text += header.joined(separator: ",") + ending }
      let width = draw == 2 ? 4 : draw == 3 ? 8 : 6
      var cells = (0..<width).map { _ in Self.cells.randomElement(using: &dice) ?? "" }
      cells[0] = draw < 6 ? "H1" : "\"H\(row)\""
      text += cells.joined(separator: ",") + ending
    }
    return text
  }

  /// Everything that a load comes to, as text.
  private func account(_ snapshot: Snapshot) -> [String] {
    var lines: [String] = []
    for entity in snapshot.schema.entities {
      guard let table = snapshot.tables[entity.name] else { continue }
      lines.append("\(entity.name) \(table.count) \(snapshot.keys(entity.name))")
      for field in entity.fields where table.columns[field.name] != nil {
        lines.append("\(field.name) \(snapshot.texts(entity.name, field.name))")
      }
    }
    return lines
      + snapshot.findings.map { finding in
        "\(finding.code.id) \(finding.key ?? "") \(finding.line ?? 0):\(finding.column ?? 0) \(finding.count) "
          + finding.message.en
      }
  }

  private func outcome(_ path: String, _ effort: LoadingEffort) -> [String] {
    do {
      return account(try loadSnapshot(at: path, label: nil, evaluator: FixedEvaluator(), effort: effort))
    } catch {
      return error.list.map { "\($0.code.id) \($0.message.en)" }
    }
  }

  private func compare(_ files: [String: String], _ what: String) throws {
    let folder = try SnapshotFolder(files)
    let whole = outcome(folder.path, LoadingEffort(threads: 1, pieceSize: 1 << 30))
    #expect(!whole.isEmpty)
    for threads in [1, 2, 3, 7] {
      for size in [1, 2, 7, 64, 500, 4096] {
        let found = outcome(folder.path, LoadingEffort(threads: threads, pieceSize: size))
        #expect(found == whole, "\(what), \(threads) threads, pieces of \(size)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64]) func anyPiecesAndThreads(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let ending = seed % 3 == 0 ? "\r\n" : seed % 3 == 1 ? "\n" : "\r"
    var text = rows(&dice, 120, ending: ending)
    if seed % 2 == 0 { text.removeLast() }
    // Files with carriage returns alone hold no line feed.
    if ending == "\r" { text = text.replacing("\r\n", with: "\r").replacing("\n", with: "\r") }
    try compare(
      ["households.csv": text, "members.csv": "household,number,age\nH1,1,3\nH5,1,x\n"], "seed \(seed)")
  }

  @Test func linesBeforeTheHeaderAndNone() throws {
    try compare(["households.csv": "\n\n,,\n\ncode,size\nA,1\n\n\nB,\"2\n\"\nA,1\n"], "empty lines first")
    try compare(["households.csv": "code,size\n"], "a header alone")
    try compare(["households.csv": "\n\n"], "nothing")
    try compare(["households.csv": "sep=;\ncode;size\nA;1\nB;x"], "sep=")
    try compare(["households.csv": "\u{FEFF}code,size\nA,1\nB,x"], "a byte-order mark")
  }

  @Test func whatStopsALoadStopsItAlike() throws {
    try compare(["households.csv": "code,size\nA,1\n\"B\nC\n,2\nD,1\n"], "a quote never closed")
    try compare(
      ["households.csv": "code,size\n\(String(repeating: "A,1\n", count: 300))B\0,2\nD,1\n"], "a zero")
    try compare(
      ["households.csv": "size\n1\n", "members.csv": "household,number\n\"A,1\n"], "two files fail")
  }

  @Test func aCellLongerThanAnyPiece() throws {
    let long = String(repeating: "dòng\n", count: 3_000)
    let folder = try SnapshotFolder(["households.csv": "code,head_name\nA,\"\(long)\"\nB,b\n"])
    let snapshot = try loadSnapshot(
      at: folder.path, label: nil, evaluator: FixedEvaluator(),
      effort: LoadingEffort(threads: 2, pieceSize: 16))
    let kept = String(long.dropLast())
    #expect(
      snapshot.texts("households", "head_name") == [kept, "b"]
        || snapshot.texts("households", "head_name") == [long, "b"])
    #expect(snapshot.keys("households") == ["A", "B"])
  }
}
