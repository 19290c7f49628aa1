import Schema

/// Programmes, plans, decisions, dispatches and reports, by the agency that issued them.
enum DocumentEntity {
  static let entity = Entity(
    "documents", singular: "document", bilingual("Chương trình, kế hoạch, văn bản", "Documents"),
    key: ["code"],
    nameField: "title",
    fields: [
      .code("Số, ký hiệu", "Document code"),
      .text("title", "Trích yếu", "Title"),
      .link("agency", to: "agencies", "Cơ quan ban hành", "Agency"),
      .date("issued", "Ngày ban hành", "Issued"),
      .year("year", "Năm", "Year"),
      .one(of: documentKind, "kind", "Loại văn bản", "Kind"),
      .link("project", to: "projects", "Dự án", "Project"),
    ])

  private static let documentKind = EnumType(
    "document_kind",
    [
      value("programme", "Chương trình", "Programme"), value("plan", "Kế hoạch", "Plan"),
      value("decision", "Quyết định", "Decision"), value("dispatch", "Công văn", "Dispatch"),
      value("report", "Báo cáo", "Report"),
    ])
}
