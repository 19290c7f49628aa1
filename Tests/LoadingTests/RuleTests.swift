import Loading
import Source
import Store
import Testing

/// The invariants of the model, each a finding with its row; and every code with its texts.
@Suite struct RuleTests {
  @Test func invariantsAreFindings() throws {
    let folder = try SnapshotFolder([
      "snapshot.yaml": """
      date: 2023-12-15
      entities:
        places: { file: places.csv }
        households: { file: households.csv }
        members: { file: members.csv }
        projects: { file: projects.csv }
        allocations: { file: allocations.csv }
        supports: { file: supports.csv }
      """,
      "places.csv":
        "code,name,level,parent,households_total\n1,A,province,,1\n2,B,commune,3,9\n3,C,village,1,9\n4,D,village,5,\n5,E,village,4,\n",
      "households.csv": "code,place,size,score_b\nA,2,2,45\nB,2,1,130\nC,3,1,30\n",
      "members.csv": """
      household,number,relation,age,birth_date
      A,1,head,121,
      A,2,head,30,
      A,3,child,-1,
      B,1,child,,2024-01-01
      C,1,head,40,1983-01-01
      """,
      "projects.csv": "code\nDA1\nDA2\n",
      "allocations.csv": "project,planned,disbursed\nDA1,10,11\nDA2,10,10\n",
      "supports.csv": "household,date,amount\nA,2022-05-01,1\nA,2023-05-01,1\nA,2022-05-01,1\n",
    ])
    let snapshot = try folder.load()
    #expect(snapshot.texts("members", "age") == ["40", "!", "30", "!", "–"])
    #expect(snapshot.texts("members", "birth_date") == ["1983-01-01", "–", "–", "–", "!"])
    #expect(snapshot.texts("households", "score_b") == ["30", "!", "!"])
    #expect(snapshot.keys("households") == ["C", "A", "B"])
    #expect(snapshot.texts("supports", "year") == ["2022", "2023"])
    #expect(snapshot.texts("projects", "component") == ["DA1", "DA2"])
    #expect(snapshot.places(of: .outOfRange) == ["3:4", "2:4", "4:4"])
    #expect(snapshot.places(of: .notAMultiple) == ["2:4"])
    #expect(snapshot.places(of: .afterSnapshot) == ["5:5"])
    #expect(snapshot.places(of: .notExactlyOne) == ["2:0", "3:0"])
    #expect(snapshot.places(of: .countDiffers) == ["2:3"])
    #expect(snapshot.places(of: .totalBelowCount) == ["2:5"])
    #expect(snapshot.places(of: .levelsNotNested) == ["3:4", "6:4"])
    #expect(snapshot.places(of: .placeCycle).count == 1)
    #expect(snapshot.places(of: .exceeds) == ["2:3"])
    #expect(snapshot.places(of: .repeatedRow) == ["4:0"])
  }

  @Test func everyCodeSpeaksBothLanguages() {
    var messages: Set<String> = []
    for code in DataCode.allCases {
      let entry = code.entry
      #expect(!entry.message.en.isEmpty && !entry.message.vi.isEmpty)
      #expect(entry.message.en != entry.message.vi)
      #expect(!entry.explanation.en.isEmpty && !entry.explanation.vi.isEmpty)
      #expect(messages.insert(entry.message.en).inserted, "\(code) has a text of its own")
    }
  }
}
