import Foundation
import Columns
import Loading
import Source
import Store
import Testing

/// Cells as exports write them, and what becomes of those that cannot be read.
@Suite struct CellTests {
  private func snapshot(_ yaml: String, _ csv: String) throws -> Snapshot {
    try SnapshotFolder(["snapshot.yaml": yaml, "households.csv": csv]).load()
  }

  private let plain = "entities:\n  households: { file: households.csv }\n"

  @Test func numbersInAllForms() throws {
    let snapshot = try snapshot(
      plain,
      "code,size,income,floor_area\nA,4e+05,1234.5,1e2\nB,12.0,-7,0.1\nC,1.5,x,12.\nD,--,N/A,.\nE,+3,12e400,1e999\n"
    )
    #expect(snapshot.texts("households", "size") == ["400000", "12", "!", "–", "3"])
    #expect(snapshot.texts("households", "income") == ["1235", "-7", "!", "–", "!"])
    #expect(snapshot.texts("households", "floor_area") == ["100.0", "0.1", "12.0", "–", "!"])
    #expect(snapshot.places(of: .badInteger) == ["4:2", "4:3", "6:3"])
    #expect(snapshot.places(of: .badNumber) == ["6:4"])
  }

  @Test func vietnameseNumbers() throws {
    let snapshot = try snapshot(
      "numbers: vi\n" + plain,
      "code;income;floor_area;size\nA;1.500.000;36,5;4\nB;1500000;1.036,5;12,0\nC;2.5;2.5;1.50\nD;1.500.000,4;-0,25;3\n"
    )
    #expect(snapshot.texts("households", "income") == ["1500000", "1500000", "!", "1500000"])
    #expect(snapshot.texts("households", "floor_area") == ["36.5", "1036.5", "!", "-0.25"])
    #expect(snapshot.texts("households", "size") == ["4", "12", "!", "3"])
  }

  @Test func integersKeepTheirLimits() throws {
    let snapshot = try snapshot(
      plain,
      "code,income\nA,9223372036854775807\nB,9223372036854775808\nC,-9223372036854775808\nD,99999999999999999999\n"
    )
    #expect(
      snapshot.texts("households", "income") == ["9223372036854775807", "!", "-9223372036854775808", "!"])
  }

  @Test func datesInAllForms() throws {
    let csv =
      "code,reviewed_on\nA,2023-12-15\nB,15/12/2023\nC,5.1.2023\nD,2023-02-30\nE,2023-12-15 08:30\nF,31/12/23\n"
    #expect(
      try snapshot(plain, csv).texts("households", "reviewed_on") == [
        "2023-12-15", "2023-12-15", "2023-01-05", "!", "2023-12-15", "!",
      ])
    let american = try snapshot("dates: mdy\n" + plain, "code,reviewed_on\nA,12/15/2023\nB,15/12/2023\n")
    #expect(american.texts("households", "reviewed_on") == ["2023-12-15", "!"])
    let strict = try snapshot("dates: iso\n" + plain, "code,reviewed_on\nA,12/11/2023\n")
    #expect(strict.places(of: .badDate) == ["2:2"])
  }

  @Test func booleansAndWhatTheManifestAdds() throws {
    let snapshot = try snapshot(
      """
      entities:
        households:
          file: households.csv
          fields:
            merit: { column: cc, true: x, empty: false }
            internet: { column: mang, missing: 9 }
      """.replacing(", missing: 9", with: ""),
      "code,cc,mang,labour_capacity\nA,x,1,có\nB,,0,Không\nC,y,yes,TRUE\nD,0,no,maybe\n")
    #expect(snapshot.texts("households", "merit") == ["true", "false", "!", "false"])
    #expect(snapshot.texts("households", "internet") == ["true", "false", "true", "false"])
    #expect(snapshot.texts("households", "labour_capacity") == ["true", "false", "true", "!"])
  }

  @Test func enumsByNameLabelAndRecode() throws {
    let snapshot = try snapshot(
      plain.replacing(" }", with: ", values: { class: { Nghèo: poor, 9: missing } } }"),
      "code,class,ethnicity\nA,poor,Xơ Đăng\nB,hộ cận nghèo,GIA-RAI\nC,Nghèo,xo_dang\nD,nghèo,Klingon\nE,9,\nF,8,Co\n"
    )
    #expect(snapshot.texts("households", "class") == ["poor", "near_poor", "poor", "poor", "–", "!"])
    #expect(snapshot.texts("households", "ethnicity") == ["xo_dang", "gia_rai", "xo_dang", "!", "–", "co"])
    #expect(snapshot.places(of: .unknownValue) == ["5:3", "7:2"])
    let messages = snapshot.findings.filter { $0.code.id == DataCode.unknownValue.id }.map(\.message.en)
    #expect(messages == ["ethnicity: ••• is not one of its values", "class: `8` is not one of its values"])
  }

  @Test func setsEmptyAndMissing() throws {
    let csv = "code,recorded_lacks,devices\nA,water; toilet,\nB,,\nC,--,tv\nD,water;gold,tv;Radio;\n"
    let snapshot = try snapshot(
      plain.replacing(" }", with: ", columns: { devices: { column: devices, empty: missing } } }"), csv)
    #expect(snapshot.texts("households", "recorded_lacks") == ["{water;toilet}", "{}", "–", "!"])
    #expect(snapshot.texts("households", "devices") == ["–", "–", "{tv}", "{tv;radio}"])
  }

  @Test func textIsComposedAndTrimmed() throws {
    let decomposed = "Hồ".decomposedStringWithCanonicalMapping
    let snapshot = try snapshot(
      plain, "code,head_name\nA,\(decomposed)\nB,  Hồ \nC,\"Hồ \"\"A\"\" Mai\"\nD,\"hai\ndòng\"\nE,x\n")
    #expect(snapshot.texts("households", "head_name") == ["Hồ", "Hồ", "Hồ \"A\" Mai", "hai\ndòng", "x"])
    guard case .code(let codes)? = snapshot.tables["households"]?.columns["head_name"] else {
      Issue.record("names are codes")
      return
    }
    #expect(codes.codes[0] == codes.codes[1])
  }

  @Test func linesAreCountedThroughQuotedOnes() throws {
    let snapshot = try snapshot(plain, "code,head_name,size\r\nA,\"a\r\nb\",1\r\nB,c,x\r\n\r\nC,d,y\r\n")
    #expect(snapshot.places(of: .badInteger) == ["4:3", "6:3"])
    #expect(snapshot.texts("households", "size") == ["1", "!", "!"])
  }
}
