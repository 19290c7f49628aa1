import Rendering
import Results
import Source
import Testing

@Suite("The ledger")
struct LedgerTests {
  private func lines(_ entries: LedgerEntry...) -> [String] { ledgerLines(entries, language: .english) }

  @Test("says what a filter kept, dropped and left open")
  func filter() {
    #expect(
      lines(
        .filter(
          stage: "where", kept: 4, dropped: 7, undetermined: 1, causes: [.init(field: "class", count: 1)]))
        == ["where: kept 4 · dropped 7 · undetermined 1 (class 1)"])
    #expect(
      lines(
        .filter(
          stage: "where", kept: 1204, dropped: 9261, undetermined: 37,
          causes: [.init(field: "insured", count: 29), .init(field: "income", count: 8)]))
        == ["where: kept 1,204 · dropped 9,261 · undetermined 37 (insured 29, income 8)"])
  }

  @Test("leaves out what did not happen")
  func nothing() {
    #expect(
      lines(.filter(stage: "where", kept: 2, dropped: 0, undetermined: 0, causes: []))
        == ["where: kept 2 · dropped 0"])
    #expect(
      lines(
        .skipped(text: "mean(income)", count: 0), .cut(stage: "top", kept: 2, tied: 0),
        .notComputable(text: "a / b", count: 0)) == [])
    #expect(
      lines(.filter(stage: "where", kept: 2, dropped: 1, undetermined: 3, causes: []))
        == ["where: kept 2 · dropped 1 · undetermined 3"])
  }

  @Test("counts what aggregates, ties and functions lose")
  func others() {
    #expect(
      lines(
        .skipped(text: "mean(income)", count: 2), .cut(stage: "top", kept: 2, tied: 1),
        .undeterminedInside(
          text: "any(members where not insured)", count: 3, causes: [.init(field: "insured", count: 3)]),
        .notComputable(text: "income / size", count: 1200), .unweighted(text: "weighted by size", count: 5))
        == [
          "mean(income): skipped 2 missing", "top: kept 2 · cut 1 tied",
          "any(members where not insured): undetermined 3 (insured 3)", "income / size: not computable 1,200",
          "weighted by size: left out 5 without a weight",
        ])
  }

  @Test("speaks Vietnamese")
  func vietnamese() {
    #expect(
      ledgerLines(
        [
          .filter(
            stage: "where", kept: 1204, dropped: 7, undetermined: 1,
            causes: [.init(field: "class", count: 1)]),
          .skipped(text: "mean(income)", count: 2), .cut(stage: "top", kept: 2, tied: 1),
        ], language: .vietnamese)
        == [
          "where: giữ 1.204 · bỏ 7 · chưa xác định 1 (class 1)", "mean(income): bỏ qua 2 giá trị khuyết",
          "top: giữ 2 · cắt 1 đồng hạng",
        ])
  }
}
