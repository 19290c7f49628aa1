import Testing

/// Snapshots that are wrong in one way each, with the code that says so.
struct WrongSnapshot: Sendable, CustomTestStringConvertible {
  var code: String
  var files: [String: String]
  var testDescription: String { code }

  /// A folder of a manifest and a table of households.
  init(
    _ code: String, _ manifest: String, _ households: String = "code,size\nA,1\n",
    _ more: [String: String] = [:]
  ) {
    self.code = code
    files = more
    if !manifest.isEmpty { files["snapshot.yaml"] = manifest }
    if !households.isEmpty { files["households.csv"] = households }
  }

  private static let plain = "date: 2023-12-15\nentities:\n  households: { file: households.csv }\n"
  private static let open = "date: 2023-12-15\nentities:\n  households:\n    file: households.csv\n"

  /// What stops a load.
  static let refused: [WrongSnapshot] = [
    WrongSnapshot("N0602", plain, ""),
    WrongSnapshot("N0604", plain.replacing("households.csv", with: ".")),
    WrongSnapshot("N0605", plain, "code\nA\u{0}B\n"),
    WrongSnapshot("N0606", "", "", ["notes.txt": "nothing"]),
    WrongSnapshot("N0607", "entities: ["),
    WrongSnapshot("N0608", "lable: x\n" + plain),
    WrongSnapshot("N0609", "covers: some\n" + plain),
    WrongSnapshot("N0610", plain, "ma_ho,size\nA,1\n"),
    WrongSnapshot("N0611", open + "    columns: { income: thu_nhap }\n"),
    WrongSnapshot("N0612", plain, "\n"),
    WrongSnapshot("N0613", plain, "code\n\"A\nB\n"),
    WrongSnapshot("N0614", plain.replacing(".csv", with: ".xlsx")),
    WrongSnapshot("N0616", open + "    columns: { incom: size }\n"),
    WrongSnapshot("N0617", open + "    fields: { income: { column: size, type: text } }\n"),
    WrongSnapshot("N0618", open + "    values: { class: { N: por } }\n"),
    WrongSnapshot(
      "N0619",
      open + "    fields: { big: { type: { set: [\((0..<65).map { "v\($0)" }.joined(separator: ","))] } } }\n"
    ),
    WrongSnapshot("N0620", open + "    fields: { cows: { column: size, type: integr } }\n"),
    WrongSnapshot("N0622", open + "    columns: { recorded_lacks: \"= size + 1\" }\n"),
    WrongSnapshot("N0623", open + "    columns: { income: \"= size | count\" }\n"),
  ]

  private static let people = plain + "  members: { file: members.csv }\n"
  private static let places = plain + "  places: { file: places.csv }\n"
  private static let money = plain + "  allocations: { file: allocations.csv }\n"

  /// What is found in data that loads.
  static let found: [WrongSnapshot] = [
    WrongSnapshot("N0630", plain, "code,size\nA,many\n"),
    WrongSnapshot("N0631", plain, "code,floor_area\nA,12;5\n"),
    WrongSnapshot("N0632", plain, "code,reviewed_on\nA,2023-02-30\n"),
    WrongSnapshot("N0633", plain, "code,merit\nA,perhaps\n"),
    WrongSnapshot("N0634", plain, "code,class\nA,rich\n"),
    WrongSnapshot("N0635", plain, "code,recorded_lacks\nA,water;gold\n"),
    WrongSnapshot("N0640", people, ["members.csv": "household,number\nA,1\nB,1\n"]),
    WrongSnapshot("N0641", people, "code,size\nA,1\nA,2\n", ["members.csv": "household,number\nA,1\n"]),
    WrongSnapshot("N0642", plain, "code,size\nA,1\nA,1\n"),
    WrongSnapshot("N0643", plain, "code,size\nA,1\nA,2\n"),
    WrongSnapshot("N0644", plain, "code,size\nA,1\n,2\n"),
    WrongSnapshot("N0645", plain, "code,size\nA,1,2\n"),
    WrongSnapshot("N0646", plain, "code,size\nA\n"),
    WrongSnapshot("N0647", plain, "code,size\n,\nA,1\n"),
    WrongSnapshot("N0648", plain, "code,size\nA,1\ncode,size\n"),
    WrongSnapshot("N0649", plain, "code,size,size\nA,1,2\n"),
    WrongSnapshot("N0650", plain, "code,size,mau_son\nA,1,xanh\n"),
    WrongSnapshot("N0651", money, ["allocations.csv": "project,year\nDA1,2023\n"]),
    WrongSnapshot("N0660", people, ["members.csv": "household,number,age\nA,1,130\n"]),
    WrongSnapshot("N0661", plain, "code,score_b\nA,45\n"),
    WrongSnapshot("N0662", people, ["members.csv": "household,number,birth_date\nA,1,2024-01-01\n"]),
    WrongSnapshot("N0663", people, ["members.csv": "household,number,relation\nA,1,child\n"]),
    WrongSnapshot("N0664", people, ["members.csv": "household,number\nA,1\nA,2\n"]),
    WrongSnapshot("N0665", money, ["allocations.csv": "year,planned,disbursed\n2023,10,11\n"]),
    WrongSnapshot(
      "N0666", places, "code,place\nA,1\nB,1\n",
      ["places.csv": "code,name,level,parent,households_total\n1,X,commune,,1\n"]),
    WrongSnapshot("N0667", places, ["places.csv": "code,name,level,parent\n1,X,commune,2\n2,Y,village,\n"]),
    WrongSnapshot("N0668", places, ["places.csv": "code,name,level,parent\n1,X,commune,2\n2,Y,commune,1\n"]),
  ]

  private init(_ code: String, _ manifest: String, _ more: [String: String]) {
    self.init(code, manifest, "code,size\nA,1\n", more)
  }
}
