import Columns
import Loading
import Schema
import Source
import Store
import Testing

/// What snapshot.yaml may say: mappings, own fields and entities, keys; and what it may not.
@Suite struct ManifestTests {
  private func failure(_ yaml: String, csv: String = "code,size\nA,1\n") throws -> Diagnostic? {
    try SnapshotFolder(["snapshot.yaml": yaml, "households.csv": csv]).failure()
  }

  @Test func ownFieldsOfEveryType() throws {
    let folder = try SnapshotFolder([
      "snapshot.yaml": """
      name: Thử
      label: "2023"
      covers: reviewed
      entities:
        households:
          file: h.csv
          columns: { income: "= double thu" }
          fields:
            cows: { column: so_bo, type: integer, unit: con, label: { vi: Số bò, en: Cows } }
            debt: { type: money, privacy: sensitive }
            grade: { column: hang, type: { enum: [low, high], ordered: true } }
            crops: { column: cay, type: { set: { rice: { vi: Lúa, en: Rice }, maize: { vi: Ngô, en: Maize } } } }
            twice: "= double so_bo"
            plain: { column: ma }
            since: { column: nam, type: year }
            also: { column: so_bo, type: number }
      """,
      "h.csv":
        "code,so_bo,debt,hang,cay,thu,ma,nam\nA,2,1500.5,high,Lúa;maize,10.25,x1,1999\nB,,3,low,,20,7,2001\n",
    ])
    let snapshot = try folder.load()
    #expect(snapshot.coversAll == false)
    #expect(snapshot.texts("households", "cows") == ["2", "–"])
    #expect(snapshot.texts("households", "debt") == ["1501", "3"])
    #expect(snapshot.texts("households", "grade") == ["high", "low"])
    #expect(snapshot.texts("households", "crops") == ["{rice;maize}", "{}"])
    #expect(snapshot.texts("households", "income") == ["21", "40"])
    #expect(snapshot.texts("households", "twice") == ["4", "–"])
    #expect(snapshot.texts("households", "plain") == ["x1", "7"])
    #expect(snapshot.texts("households", "also") == ["2.0", "–"])
    let entity = snapshot.schema.entity("households")
    #expect(entity?.field("cows")?.label.vi == "Số bò")
    #expect(entity?.field("cows")?.type.unit?.symbol == "con")
    #expect(entity?.field("twice")?.type.kind == .integer)
    #expect(entity?.field("plain")?.type.kind == .text)
    #expect(entity?.field("debt")?.privacy == .sensitive)
    #expect(snapshot.schema.enumeration("grade")?.isOrdered == true)
  }

  @Test func expressionsThatDoNotFit() throws {
    let yaml =
      "entities:\n  households: { file: h.csv, columns: { size: \"= double x\", class: \"= double y\" } }\n"
    let folder = try SnapshotFolder([
      "snapshot.yaml": yaml, "h.csv": "code,x,y\nA,1.25,poor\nB,,N\nC,1.5,other\n",
    ])
    let snapshot = try folder.load()
    #expect(snapshot.texts("households", "size") == ["!", "–", "3"])
    #expect(snapshot.texts("households", "class") == ["poor", "!", "other"])
    #expect(snapshot.places(of: .badInteger) == ["2:0"])
    #expect(snapshot.places(of: .unknownValue) == ["3:0"])
    let clash = yaml.replacing("class", with: "recorded_lacks")
    let refused = try SnapshotFolder(["snapshot.yaml": clash, "h.csv": "code,x,y\nA,1,2\n"])
    #expect(refused.failure()?.code.id == DataCode.expressionType.id)
  }

  @Test func aBadCellDoesNotMakeAColumnText() throws {
    let folder = try SnapshotFolder([
      "snapshot.yaml": """
      entities:
        households:
          file: h.csv
          columns: { income: "= double thu" }
          fields: { since: "= double ngay", debt: "= double trong", grade: { column: hang } }
      """,
      "h.csv": "code,thu,ngay,trong,hang\nA,10,2020-01-01,,1\nB,abc,1/2/2020,,2\nC,20,x,,b\nD,xyz,,,4\n",
    ])
    let snapshot = try folder.load()
    #expect(snapshot.texts("households", "income") == ["20", "!", "40", "!"])
    #expect(snapshot.schema.entity("households")?.field("since")?.type.kind == .integer)
    #expect(snapshot.texts("households", "debt") == ["–", "–", "–", "–"])
    #expect(snapshot.texts("households", "grade") == ["1", "2", "!", "4"])
    #expect(snapshot.places(of: .badNumber) == ["3:2", "4:5", "5:2"])
    #expect(snapshot.places(of: .badDate) == ["4:3"])
    #expect(snapshot.findings.first { $0.line == 3 }?.field == "income")
    #expect(snapshot.findings.first { $0.line == 3 }?.message.en == "thu: `abc` is not a number")
  }

  @Test func anExpressionThatFailsNamesItsLine() throws {
    let folder = try SnapshotFolder([
      "snapshot.yaml":
        "entities:\n  households:\n    file: h.csv\n    columns:\n      income: \"= fails x\"\n",
      "h.csv": "code,x\nA,1\n",
    ])
    let failure = folder.failure()
    #expect(failure?.code.id == DataCode.expressionFails.id)
    #expect(failure?.message.en.contains("snapshot.yaml, line 5: `= fails x` of `income`") == true)
    #expect(failure?.notes.first?.en.contains(DataCode.badManifest.id) == true)
  }

  @Test func ownEntitiesWithLinks() throws {
    let folder = try SnapshotFolder([
      "snapshot.yaml": """
      entities:
        places: { file: places.csv }
        clusters: { file: clusters.csv, key: id, fields: { id: { type: integer }, kind: { type: text } } }
        wells:
          file: wells.csv
          singular: well
          key: [commune, no]
          links: { commune: { to: places, column: ma_xa } }
          fields: { no: { type: code }, depth: { type: number, unit: m } }
        pumps:
          file: pumps.csv
          key: row
          links: { well: { to: wells, columns: [ma_xa, gieng] }, cluster: { to: clusters } }
      """,
      "places.csv": "code,name,parent\n2,B,1\n1,A,\n3,C,1\n",
      "clusters.csv": "id,kind\n7,x\n8,y\n",
      "wells.csv": "ma_xa,no,depth\n3,1,10\n2,1,20\n2,2,30\n",
      "pumps.csv": "ma_xa,gieng,cluster\n2,2,007\n3,1,8\n3,9,9\n2,2,8\n",
    ])
    let snapshot = try folder.load()
    #expect(snapshot.keys("wells") == ["2/1", "2/2", "3/1"])
    #expect(snapshot.texts("pumps", "well") == ["2/2", "3/1", "!", "2/2"])
    #expect(snapshot.texts("pumps", "cluster") == ["7", "8", "!", "8"])
    #expect(snapshot.children("wells", "pumps", 1) == ["1", "4"])
    #expect(snapshot.children("places", "wells", 0) == ["2/1", "2/2", "3/1"])
    #expect(snapshot.keys("pumps") == ["1", "2", "3", "4"])
    #expect(snapshot.schema.entity(singular: "well")?.name == "wells")
    #expect(snapshot.schema.entity("places")?.manyLink("wells")?.holdsSubtree == true)
  }

  @Test func theNumberOfTheRowIsAKey() throws {
    let folder = try SnapshotFolder([
      "snapshot.yaml": """
      entities:
        places: { file: places.csv }
        wells:
          file: wells.csv
          key: row
          links: { commune: { to: places } }
          fields: { twice: "= double row", depth: { type: number } }
        pumps: { file: pumps.csv, key: row, links: { well: { to: wells } } }
      """,
      "places.csv": "code,name,parent\n2,B,1\n1,A,\n3,C,1\n",
      "wells.csv": "commune,depth\n3,1\n2,9\n2,9\n",
      "pumps.csv": "well,row\n1,a\n03,b\n4,c\n",
    ])
    let snapshot = try folder.load()
    let wells = try #require(snapshot.tables["wells"])
    #expect(wells.entity.key == ["row"] && wells.entity.fields.first?.name == "row")
    #expect(wells.entity.field("row")?.type == ValueType(.integer, display: .ungrouped))
    // Wells stand in the order of their places and keep the number that they have in the file.
    #expect(snapshot.texts("wells", "row") == ["2", "3", "1"])
    #expect(snapshot.texts("wells", "twice") == ["4", "6", "2"])
    #expect(snapshot.keys("wells") == ["2", "3", "1"])
    #expect(snapshot.texts("pumps", "row") == ["1", "2", "3"])
    #expect(snapshot.texts("pumps", "well") == ["1", "3", "!"])
    #expect(snapshot.children("wells", "pumps", 2) == ["1"])
    #expect(snapshot.places(of: .unresolvedLink) == ["4:1"])
  }

  @Test func placesByTheirLevels() throws {
    let folder = try SnapshotFolder([
      "snapshot.yaml": """
      entities:
        places: { file: places.csv, columns: { district: huyen, province: tinh } }
        households: { file: households.csv, key: [commune, code], columns: { commune: xa } }
        members: { file: members.csv, columns: { household: [xa, ho], number: stt } }
      """,
      "places.csv":
        "code,name,level,huyen,tinh\n20,Xã,commune,5,49\n5,Huyện,district,,49\n49,Tỉnh,province,,\n21,Xã 2,commune,5,49\n",
      "households.csv": "xa,code,size\n21,1,3\n20,1,2\n20,2,2\n",
      "members.csv": "xa,ho,stt\n20,1,1\n21,1,1\n20,2,1\n20,3,1\n",
    ])
    let snapshot = try folder.load()
    #expect(snapshot.texts("places", "parent") == ["–", "49", "5", "5"])
    #expect(snapshot.keys("households") == ["20/1", "20/2", "21/1"])
    #expect(snapshot.texts("households", "place") == ["20", "20", "21"])
    #expect(snapshot.texts("members", "household") == ["20/1", "20/2", "21/1", "!"])
    #expect(snapshot.places(of: .unresolvedLink) == ["5:1"])
  }

  @Test(arguments: ["places: builtin\nentities:\n", "entities:\n  places: builtin\n"])
  func builtinPlaces(_ start: String) throws {
    let folder = try SnapshotFolder([
      "snapshot.yaml": start + "  households: { file: households.csv }\n",
      "households.csv": "code,place\nA,20950\nB,20335\nC,99\n",
    ])
    let snapshot = try folder.load()
    #expect(snapshot.keys("households") == ["B", "A", "C"])
    #expect(snapshot.texts("households", "area") == ["urban", "rural", "–"])
    #expect(snapshot.children("places", "households", 0) == ["B", "A"])
    #expect(snapshot.tables["places"]?.count == 260)
    #expect(snapshot.texts("places", "parent").filter { $0 == "!" }.isEmpty)
  }

  @Test func whatIsRefused() throws {
    let entities = "entities:\n  households:\n    file: households.csv\n"
    let cases: [(String, DataCode)] = [
      ("entities: [", .badManifest), ("", .badManifest), ("a: 1\na: 2\n", .badManifest),
      ("lable: x\n" + entities, .unknownManifestKey), (entities + "    colums: {}\n", .unknownManifestKey),
      ("date: 15/12/2023\n" + entities, .badManifestValue), ("covers: some\n" + entities, .badManifestValue),
      ("encoding: klingon\n" + entities, .badManifestValue),
      ("entities:\n  housholds: { file: a.csv }\n", .unknownManifestKey),
      (entities + "    columns: { incom: size }\n", .unknownManifestField),
      (entities + "    columns: { income: thu }\n", .columnNotInFile),
      (entities + "    fields: { income: { column: size, type: text } }\n", .fieldTypeClash),
      (entities + "    fields: { cows: { column: size, type: integr } }\n", .unknownType),
      (entities + "    values: { class: { N: por } }\n", .unknownRecodeValue),
      (entities + "    key: [code, cod]\n", .unknownManifestField),
      (
        entities
          + "    fields: { big: { type: { set: [\((0..<65).map { "v\($0)" }.joined(separator: ","))] } } }\n",
        .setTooLarge
      ),
    ]
    for (yaml, code) in cases { #expect(try failure(yaml)?.code.id == code.id, "\(yaml)") }
    let messages: [(String, String)] = [
      ("covers: some\n" + entities, "line 1: `covers` expects all, reviewed"),
      ("covers: [all]\n" + entities, "line 1: `covers` expects one value"),
      ("name: x\nstandard: 7/2021\n" + entities, "line 2: `standard` expects decree_07_2021"),
      ("standard:\n" + entities, "line 1: `standard` expects decree_07_2021"),
      ("label: \"\"\n" + entities, "line 1: `label` expects \"2023\""),
      ("name: x\nlabel: a\nname: y\n" + entities, "line 1: repeated key `name`"),
      (entities + "    file: members.csv\n", "line 3: repeated key `file`"),
      (entities + "  households: { file: members.csv }\n", "line 2: repeated key `households`"),
      ("- name: x\n- label: y\n", "line 1: `snapshot.yaml` expects `key: value`"),
      ("entities:\n  - households\n", "line 2: `entities` expects `key: value`"),
      ("entities:\n  households: { file: [a.csv, b.csv] }\n", "line 2: `file` expects one value"),
      ("places: builtin\nentities:\n  places: { file: p.csv }\n", "line 3: `places` expects one declaration"),
    ]
    for (yaml, message) in messages {
      let found = try failure(yaml)
      #expect(
        found?.message.en.hasSuffix("snapshot.yaml, \(message)") == true, "\(found?.message.en ?? "loads")")
    }
    let unknown = try failure("lable: x\n" + entities)
    #expect(unknown?.notes.first?.en.contains("`label`") == true)
    #expect(unknown?.message.en.contains("line 1") == true)
    #expect(unknown?.code.entry.status == .failure)
  }
}
