import Foundation
import Loading
import Source
import Store
import Testing

/// Files as they come: encodings, separators, uneven and repeated rows; and files that cannot be read.
@Suite struct FileTests {
  private let yaml = "label: \"2023\"\nentities:\n  households: { file: households.csv }\n"

  private func load(_ data: Data) throws -> Snapshot {
    let folder = try SnapshotFolder(["snapshot.yaml": yaml])
    try folder.write("households.csv", data)
    return try folder.load()
  }

  private func load(_ csv: String) throws -> Snapshot { try load(Data(csv.utf8)) }

  private func failure(_ files: [String: String]) throws -> String? {
    try SnapshotFolder(files).failure()?.code.id
  }

  @Test(arguments: [",", ";", "\t", "|"]) func separatorsAreFound(_ separator: String) throws {
    let csv = "code,head_name,size\nA,\"x;y,z\",3\n".split(separator: "\"", omittingEmptySubsequences: false)
    let text = csv.enumerated().map {
      $0.offset == 1 ? "\"\($0.element)\"" : $0.element.replacing(",", with: separator)
    }
    let snapshot = try load(text.joined())
    #expect(snapshot.texts("households", "head_name") == ["x;y,z"])
    #expect(snapshot.texts("households", "size") == ["3"])
  }

  @Test func excelNamesItsSeparator() throws {
    let snapshot = try load("\u{FEFF}sep=;\r\ncode;head_name;size\r\nA;a,b,c,d;3\r\n")
    #expect(snapshot.texts("households", "head_name") == ["a,b,c,d"])
    #expect(snapshot.texts("households", "size") == ["3"])
  }

  @Test func byteOrderMarksAndWideText() throws {
    let text = "code,head_name\nA,Hồ Thị Mai\n"
    var little = Data([0xFF, 0xFE])
    for unit in text.utf16 { little.append(contentsOf: [UInt8(unit & 0xFF), UInt8(unit >> 8)]) }
    var big = Data([0xFE, 0xFF])
    for unit in text.utf16 { big.append(contentsOf: [UInt8(unit >> 8), UInt8(unit & 0xFF)]) }
    for data in [
      Data("\u{FEFF}\(text)".utf8), little, big, little.dropFirst(2),
      Data(text.replacing("\n", with: "\r").utf8),
    ] {
      #expect(try load(Data(data)).texts("households", "head_name") == ["Hồ Thị Mai"])
    }
  }

  @Test func unevenAndEmptyRows() throws {
    let snapshot = try load("code,size,income\nA,1,2,3\nB,4\n\n,,\nC,5,6")
    #expect(snapshot.keys("households") == ["A", "B", "C"])
    #expect(snapshot.texts("households", "income") == ["2", "–", "6"])
    #expect(snapshot.places(of: .extraCells) == ["2:0"])
    #expect(snapshot.places(of: .missingCells) == ["3:0"])
    #expect(snapshot.places(of: .emptyRows) == ["5:0"])
  }

  @Test func repeatedRowsHeadersAndKeys() throws {
    let folder = try SnapshotFolder([
      "snapshot.yaml": yaml + "  members: { file: members.csv }\n",
      "households.csv": "code,size\nA,1\nB,2\nA,1\ncode,size\nB,3\n,9\nC,1\nB,2\n",
      "members.csv": "household,number\nA,1\nB,1\nC,1\nC,1\nX,1\n",
    ])
    let snapshot = try folder.load()
    #expect(snapshot.keys("households") == ["A", "B", "B#2", "", "C"])
    #expect(snapshot.texts("households", "code") == ["A", "B", "B#2", "", "C"])
    #expect(snapshot.texts("households", "size") == ["1", "2", "3", "9", "1"])
    #expect(snapshot.places(of: .repeatedRow) == ["4:1", "9:1", "5:2"])
    #expect(snapshot.places(of: .repeatedHeader) == ["5:0"])
    #expect(snapshot.places(of: .duplicateKey) == ["3:1", "6:1"])
    #expect(snapshot.findings.filter { $0.code.id == DataCode.duplicateKey.id }.map(\.key) == ["B", "B#2"])
    #expect(snapshot.places(of: .missingKey) == ["7:1"])
    #expect(snapshot.keys("members") == ["A/1", "C/1", "B/1", "X/1"])
    #expect(snapshot.texts("members", "household") == ["A", "C", "!", "!"])
    #expect(snapshot.places(of: .linkToDuplicate) == ["3:1"])
    #expect(snapshot.places(of: .unresolvedLink) == ["6:1"])
  }

  @Test func findingsOnCellsHaveTheKeysOfTheirRows() throws {
    let snapshot = try load("code,size,income\nA,x,1\nB,2,y,\nB,3,z\n,w,1\n")
    let keys = snapshot.findings.filter { $0.line != 1 }.map {
      "\($0.line ?? 0) \($0.code.id) \($0.key ?? "–")"
    }
    #expect(
      keys.sorted() == [
        "2 N0630 A", "3 N0630 B", "3 N0643 B", "3 N0645 B", "4 N0630 B#2", "4 N0643 B#2", "5 N0630 –",
        "5 N0644 –",
      ])
  }

  @Test(arguments: ["\r\n", "\n", "\r"]) func linesInACellEndAlike(_ end: String) throws {
    let text = "code,head_name,size\nA,\"Mai\nLan \"\"x\"\"\n\",7\nB,b,x\n".replacing("\n", with: end)
    let snapshot = try load(text)
    #expect(snapshot.texts("households", "head_name") == ["Mai\nLan \"x\"\n", "b"])
    #expect(snapshot.texts("households", "size") == ["7", "!"])
    #expect(snapshot.places(of: .badInteger) == ["5:3"])
  }

  @Test func tablesWithoutRowsAreTables() throws {
    let snapshot = try load("code,size\n")
    #expect(snapshot.tables["households"]?.count == 0)
    #expect(snapshot.texts("households", "size") == [])
  }

  @Test func filesThatCannotBeRead() throws {
    #expect(try failure(["snapshot.yaml": yaml]) == DataCode.fileNotFound.id)
    #expect(try failure(["snapshot.yaml": yaml, "households.csv": ""]) == DataCode.emptyFile.id)
    #expect(try failure(["snapshot.yaml": yaml, "households.csv": "\n\n"]) == DataCode.emptyFile.id)
    #expect(
      try failure(["snapshot.yaml": yaml, "households.csv": "ma_ho,size\nA,1\n"])
        == DataCode.headerWithoutKey.id)
    #expect(
      try failure(["snapshot.yaml": yaml, "households.csv": "code\n\"A\nB\n"]) == DataCode.unclosedQuote.id)
    #expect(try failure(["notes.txt": ""]) == DataCode.noTables.id)
    #expect(
      try failure(["snapshot.yaml": yaml.replacing("households.csv", with: ".")]) == DataCode.notAFile.id)
    #expect(
      try failure(["snapshot.yaml": yaml.replacing(".csv", with: ".xlsx")])
        == DataCode.workbookNotSupported.id)
    for bytes in [[0x63, 0x6F, 0x00, 0x01, 0x02], [0x63, 0x6F, 0xFF, 0x0A, 0xC3, 0x28]] as [[UInt8]] {
      let folder = try SnapshotFolder(["snapshot.yaml": yaml])
      try folder.write("households.csv", Data(bytes))
      #expect(folder.failure()?.code.id == DataCode.notText.id)
    }
  }

  @Test func aVeryLongLineIsALine() throws {
    let name = String(repeating: "a", count: 2_000_000)
    let snapshot = try load("code,head_name,size\nA,\(name),x\n")
    #expect(snapshot.texts("households", "head_name") == [name])
    #expect(snapshot.places(of: .badInteger) == ["2:3"])
  }

  @Test func foldersWithoutManifest() throws {
    let folder = try SnapshotFolder([
      "households.csv": "code,place,size\nA,1,2\n",
      "members.csv": "household,number,birth_date\nA,1,1990-01-01\n",
      "other.csv": "x\n1\n",
    ])
    let snapshot = try folder.load()
    #expect(folder.path.hasSuffix(snapshot.label))
    #expect(snapshot.date == nil)
    #expect(Set(snapshot.tables.keys) == ["households", "members"])
    #expect(snapshot.texts("households", "place") == [])
    #expect(snapshot.texts("members", "age") == [])
  }
}
