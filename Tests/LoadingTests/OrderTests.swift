import Loading
import Store
import Testing

/// Rows come in the official order of their places, people with their households, and links find them there.
@Suite struct OrderTests {
  let folder: SnapshotFolder
  let snapshot: Snapshot

  init() throws {
    folder = try SnapshotFolder([
      "snapshot.yaml": """
      label: "2023"
      date: 2023-12-15
      entities:
        places: { file: places.csv }
        households: { file: households.csv }
        members: { file: members.csv }
        projects: { file: projects.csv }
      """,
      "places.csv": """
      code,name,level,parent,area
      2094402,Thôn 10,village,20944,rural
      20944,Trà Mai,commune,516,rural
      516,Nam Trà My,district,49,
      2094401,Thôn 1,village,20944,rural
      49,Quảng Nam,province,,
      20335,Tân Thạnh,commune,502,urban
      502,Tam Kỳ,district,49,
      """,
      "households.csv": """
      code,place,size,ethnicity
      H4,2094402,2,co
      H1,20335,,kinh
      H3,2094401,3,
      H9,,1,kinh
      H2,20335,1,kinh
      """,
      "members.csv": """
      household,number,relation,birth_date
      H3,1,head,1980-02-29
      H1,1,head,1970-12-16
      H3,2,spouse,1981-01-01
      H1,2,spouse,1970-12-15
      """,
      "projects.csv": "code,parent\nDA1,NTP\nNTP,\nDA1.1,DA1\nDA2,NTP\n",
    ])
    snapshot = try folder.load()
  }

  @Test func placesComeInOfficialOrder() {
    #expect(snapshot.keys("places") == ["49", "502", "20335", "516", "20944", "2094401", "2094402"])
    #expect(snapshot.texts("places", "parent") == ["–", "49", "502", "49", "516", "20944", "20944"])
    #expect(snapshot.places.subtreeEnd == [7, 3, 3, 7, 7, 6, 7])
    #expect(snapshot.places.ancestors[1] == [-1, 1, 1, 3, 3, 3, 3])
  }

  @Test func householdsFollowTheirPlaces() {
    #expect(snapshot.keys("households") == ["H1", "H2", "H3", "H4", "H9"])
    #expect(snapshot.texts("households", "place") == ["20335", "20335", "2094401", "2094402", "–"])
    #expect(snapshot.children("places", "households", 0) == ["H1", "H2", "H3", "H4"])
    #expect(snapshot.children("places", "households", 4) == ["H3", "H4"])
    #expect(snapshot.children("places", "children", 0) == ["502", "516"])
  }

  @Test func membersFollowTheirHouseholds() {
    #expect(snapshot.keys("members") == ["H1/1", "H1/2", "H3/1", "H3/2"])
    #expect(snapshot.children("households", "members", 0) == ["H1/1", "H1/2"])
    #expect(snapshot.children("households", "members", 1) == [])
    #expect(snapshot.tables["households"]?.children["members"]?.permutation == nil)
  }

  @Test func fieldsFollowFromOthers() {
    #expect(snapshot.texts("members", "age") == ["52", "53", "43", "42"])
    #expect(snapshot.texts("households", "size") == ["2", "1", "3", "2", "1"])
    #expect(snapshot.texts("households", "area") == ["urban", "urban", "rural", "rural", "–"])
    #expect(snapshot.texts("households", "ethnic_minority") == ["false", "false", "–", "true", "false"])
    #expect(snapshot.tables["households"]?.derived == ["area", "head", "ethnic_minority"])
    #expect(snapshot.texts("households", "head") == ["H1/1", "–", "H3/1", "–", "–"])
    #expect(snapshot.texts("projects", "component") == ["DA1", "–", "DA1", "DA2"])
    #expect(snapshot.places(of: .countDiffers) == ["4:3"])
  }
}
