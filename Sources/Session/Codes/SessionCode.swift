import Source

/// Errors about files, arguments and the session itself.
package enum SessionCode: String, CaseIterable, DiagnosticCode {
  case notAnExpression = "N0701"
  case cannotReadScript = "N0702"
  case cannotWrite = "N0703"
  case noDemonstration = "N0704"
  case argumentWithoutValue = "N0706"
  case expectationFailed = "N0707"
  case unknownTopic = "N0708"
  case sameLabel = "N0709"
  case unknownFormat = "N0710"
  case useAtPrompt = "N0712"
  case unknownCommand = "N0713"
  case unknownField = "N0714"
  case personalValues = "N0715"
  case unknownEntity = "N0716"
  case fileExists = "N0717"

  package var entry: CatalogueEntry {
    switch self {
    case .notAnExpression:
      CatalogueEntry(
        .failure,
        Localized(en: "`{text}` is not one expression", vi: "`{text}` không phải một biểu thức"),
        explanation: Localized(
          en:
            "A field of snapshot.yaml that begins with `=` holds one expression over the columns of its file.",
          vi: "Trường trong snapshot.yaml bắt đầu bằng `=` chứa một biểu thức trên các cột của tệp."))
    case .cannotReadScript:
      CatalogueEntry(
        .usage,
        Localized(en: "{path} cannot be read: {reason}", vi: "không đọc được {path}: {reason_vi}"),
        explanation: Localized(
          en: "A script is a file of UTF-8 text.", vi: "Kịch bản là tệp văn bản UTF-8."))
    case .cannotWrite:
      CatalogueEntry(
        .failure, Localized(en: "{path} cannot be written: {reason}", vi: "không ghi được {path}: {reason}"),
        explanation: Localized(
          en: "Files are written under a temporary name and then renamed; nothing half-written is left.",
          vi: "Tệp được ghi dưới tên tạm rồi đổi tên; không để lại tệp dở dang."))
    case .noDemonstration:
      CatalogueEntry(
        .failure,
        Localized(
          en: "no snapshot was named, and the demonstration data was not found beside nep",
          vi: "chưa nêu bộ dữ liệu, và không thấy dữ liệu mẫu cạnh nep"),
        explanation: Localized(
          en: "Name a folder or make the data with `nep demo DIR`.",
          vi: "Nêu một thư mục, hoặc tạo dữ liệu bằng `nep demo DIR`."))
    case .argumentWithoutValue:
      CatalogueEntry(
        .usage, Localized(en: "{argument} needs a value", vi: "{argument} cần một giá trị"),
        explanation: Localized(
          en: "A parameter is given as `--name value` or `--name=value`.",
          vi: "Tham số viết `--tên giá_trị` hoặc `--tên=giá_trị`."))
    case .expectationFailed:
      CatalogueEntry(
        .expectationFailed, Localized(en: "{message}", vi: "{message}"),
        explanation: Localized(
          en: "An `expect` was false or undetermined; the report goes on, and the exit status is 3.",
          vi: "Một `expect` sai hoặc không xác định; báo cáo vẫn chạy tiếp, trạng thái thoát là 3."),
        example: "expect count(households) = 0 \"no households\"",
        remedy: "expect count(households) > 0 \"there are households\"")
    case .unknownTopic:
      CatalogueEntry(
        .usage, Localized(en: "there is no help on {topic}", vi: "không có trợ giúp về {topic}"),
        explanation: Localized(
          en: "`nep help` lists the topics.", vi: "`nep help` liệt kê các chủ đề."))
    case .sameLabel:
      CatalogueEntry(
        .usage,
        Localized(en: "two snapshots are labelled {label}", vi: "hai bộ dữ liệu cùng nhãn {label}"),
        explanation: Localized(
          en: "Give one of them another label: `2022=folder`.",
          vi: "Đặt nhãn khác cho một bộ: `2022=thư_mục`."))
    case .unknownFormat:
      CatalogueEntry(
        .usage, Localized(en: "no format is called {name}", vi: "không có định dạng nào tên {name}"),
        explanation: Localized(
          en: "Formats: table, plain, csv, tsv, json, jsonl, md.",
          vi: "Các định dạng: table, plain, csv, tsv, json, jsonl, md."))
    case .fileExists:
      CatalogueEntry(
        .failure, Localized(en: "{path} is there already", vi: "{path} đã có sẵn"),
        explanation: Localized(
          en: "`nep snapshot init` writes a new snapshot.yaml and never touches one that someone wrote.",
          vi: "`nep snapshot init` chỉ viết tệp snapshot.yaml mới, không sửa tệp có sẵn."))
    case .useAtPrompt, .unknownCommand, .unknownField, .personalValues, .unknownEntity: promptEntry
    }
  }
}
