import Source

/// Errors that only the prompt has.
extension SessionCode {
  /// The entry of a code of the prompt.
  var promptEntry: CatalogueEntry {
    switch self {
    case .useAtPrompt:
      CatalogueEntry(
        .usage,
        Localized(
          en: "snapshots are named when the prompt is opened; this one is not read: {path}",
          vi: "bộ dữ liệu được nêu khi mở dấu nhắc; bộ này chưa được đọc: {path}"),
        explanation: Localized(
          en: "Leave with `:quit` and open the prompt with every snapshot that you need: `nep 2022 2023`.",
          vi: "Thoát bằng `:quit` rồi mở lại với mọi bộ dữ liệu cần dùng: `nep 2022 2023`."))
    case .unknownCommand:
      CatalogueEntry(
        .usage, Localized(en: "no command is called :{name}", vi: "không có lệnh nào tên :{name}"),
        explanation: Localized(
          en: "A line of the prompt that begins with `:` is a session command; `:help` lists them.",
          vi: "Dòng bắt đầu bằng `:` là lệnh của phiên; `:help` liệt kê các lệnh."))
    case .unknownField:
      CatalogueEntry(
        .usage,
        Localized(en: "no rows have a field called {name}", vi: "không bảng nào có trường tên {name}"),
        explanation: Localized(
          en: "`:schema` lists the entities, and `:schema households` the fields of one.",
          vi: "`:schema` liệt kê các bảng, `:schema households` liệt kê trường của một bảng."))
    case .personalValues:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} is personal; its values are not listed",
          vi: "{name} là thông tin cá nhân; không liệt kê giá trị"),
        explanation: Localized(
          en: "Values of personal fields show only where a query names the field.",
          vi: "Giá trị của trường cá nhân chỉ hiện khi truy vấn nêu tên trường."))
    case .unknownEntity:
      CatalogueEntry(
        .usage, Localized(en: "nothing is called {name}", vi: "không có gì tên {name}"),
        explanation: Localized(
          en: "`:schema` lists what the snapshot holds.", vi: "`:schema` liệt kê những gì bộ dữ liệu có."))
    default: entry
    }
  }
}
