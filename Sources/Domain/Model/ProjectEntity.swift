import Schema

/// The programme, its projects and sub-projects, each part of the one above it.
enum ProjectEntity {
  static let entity = Entity(
    "projects", singular: "project", bilingual("Dự án, tiểu dự án", "Projects"), key: ["code"],
    nameField: "name",
    fields: [
      .code("Mã dự án", "Project code"),
      .text("name", "Tên", "Name"),
      .link("parent", to: "projects", "Thuộc dự án", "Part of"),
      .link("component", to: "projects", "Dự án thành phần", "Component"),
      .link("lead", to: "agencies", "Cơ quan chủ trì", "Lead agency"),
      .date("starts", "Bắt đầu", "Starts"),
      .date("ends", "Kết thúc", "Ends"),
    ],
    manyLinks: [
      ManyLink("children", to: "projects", inverse: "parent"),
      ManyLink("allocations", to: "allocations", inverse: "project"),
      ManyLink("supports", to: "supports", inverse: "project"),
      ManyLink("models", to: "models", inverse: "project"),
      ManyLink("documents", to: "documents", inverse: "project"),
    ])
}
