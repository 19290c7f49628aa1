import Source

/// What is said of the errors that stop a load.
extension DataCode {
  var errorEntry: CatalogueEntry {
    switch self {
    case .snapshotNotFound, .fileNotFound, .fileUnreadable, .notAFile, .notText, .emptyFile, .unclosedQuote,
      .fileTooLarge:
      fileEntry
    case .noTables, .headerWithoutKey, .columnNotInFile, .workbookNotSupported,
      .expressionType, .expressionFails:
      tableEntry
    default: manifestEntry
    }
  }

  private static func failure(
    en: String, vi: String, explanationEn: String, explanationVi: String
  ) -> CatalogueEntry {
    CatalogueEntry(
      .failure, Localized(en: en, vi: vi), explanation: Localized(en: explanationEn, vi: explanationVi))
  }

  private var fileEntry: CatalogueEntry {
    switch self {
    case .snapshotNotFound:
      DataCode.failure(
        en: "no snapshot at {path}", vi: "không có bộ dữ liệu tại {path}",
        explanationEn: "A snapshot is a folder with a snapshot.yaml, or with CSV files named like entities.",
        explanationVi:
          "Bộ dữ liệu là một thư mục có snapshot.yaml, hoặc có các tệp CSV đặt tên theo thực thể.")
    case .fileNotFound:
      DataCode.failure(
        en: "there is no file {file}", vi: "không có tệp {file}",
        explanationEn: "`file:` is relative to the snapshot's folder, and may lie outside it.",
        explanationVi: "`file:` tính từ thư mục của bộ dữ liệu, và có thể nằm ngoài thư mục đó.")
    case .fileUnreadable:
      DataCode.failure(
        en: "{file} cannot be read: {reason}", vi: "không đọc được {file}: {reason}",
        explanationEn: "The operating system refused to open or read the file.",
        explanationVi: "Hệ điều hành không cho mở hoặc đọc tệp.")
    case .notAFile:
      DataCode.failure(
        en: "{file} is not a file", vi: "{file} không phải là tệp",
        explanationEn: "A folder or a device stands where a table was expected.",
        explanationVi: "Ở chỗ của bảng lại là một thư mục hoặc thiết bị.")
    case .notText:
      DataCode.failure(
        en: "{file} is not text", vi: "{file} không phải là văn bản",
        explanationEn: "A table is text in UTF-8 or UTF-16, or in the `encoding` that snapshot.yaml names.",
        explanationVi: "Bảng phải là văn bản mã UTF-8, UTF-16, hoặc mã ghi ở `encoding` trong snapshot.yaml.")
    case .emptyFile:
      DataCode.failure(
        en: "{file} is empty", vi: "{file} trống",
        explanationEn: "A table needs at least a header; a header alone is a table without rows.",
        explanationVi: "Bảng cần ít nhất một dòng tiêu đề; chỉ có tiêu đề thì bảng không có dòng nào.")
    case .unclosedQuote:
      DataCode.failure(
        en: "{file}, line {line}: a quoted cell is never closed",
        vi: "{file}, dòng {line}: ô mở dấu nháy kép mà không đóng",
        explanationEn: "A cell that begins with a double quote ends at the next one that is not doubled.",
        explanationVi: "Ô bắt đầu bằng dấu nháy kép kết thúc ở dấu nháy kép đơn lẻ kế tiếp.")
    default:
      DataCode.failure(
        en: "{file} is larger than 4 GB", vi: "{file} lớn hơn 4 GB",
        explanationEn: "One CSV file holds at most 4 GB; split it, or pack it in parts.",
        explanationVi: "Một tệp CSV tối đa 4 GB; hãy chia nhỏ.")
    }
  }

  private var tableEntry: CatalogueEntry {
    switch self {
    case .noTables:
      DataCode.failure(
        en: "{path} holds no table of a snapshot", vi: "{path} không có bảng nào của bộ dữ liệu",
        explanationEn: "Without a snapshot.yaml each NAME.csv whose name is an entity is loaded.",
        explanationVi: "Khi không có snapshot.yaml, mỗi tệp TÊN.csv trùng tên thực thể được nạp.")
    case .headerWithoutKey:
      DataCode.failure(
        en: "{file} has no column for the key `{key}` of {entity}",
        vi: "{file} không có cột cho khóa `{key}` của {entity}",
        explanationEn:
          "Every row is known by its key; without it rows cannot be linked or compared over time.",
        explanationVi:
          "Mỗi dòng được nhận biết bằng khóa; thiếu khóa thì không nối và không so sánh theo thời gian được.")
    case .columnNotInFile:
      DataCode.failure(
        en: "{file} has no column `{column}`, which `{field}` is to come from",
        vi: "{file} không có cột `{column}` dùng cho `{field}`",
        explanationEn: "snapshot.yaml maps a field to a column that the header of the file does not name.",
        explanationVi: "snapshot.yaml gắn trường với một cột không có trong tiêu đề của tệp.")
    case .workbookNotSupported:
      DataCode.failure(
        en: "{file}: reading .xlsx is not built yet", vi: "{file}: chưa hỗ trợ đọc .xlsx",
        explanationEn: "Save the sheet as CSV in UTF-8 and name that file.",
        explanationVi: "Hãy lưu trang tính thành CSV mã UTF-8 và ghi tên tệp đó.")
    case .expressionFails:
      DataCode.failure(
        en: "{file}, line {line}: `= {expression}` of `{field}` cannot be computed",
        vi: "{file}, dòng {line}: không tính được `= {expression}` của `{field}`",
        explanationEn:
          "A `= …` is an expression over the columns of its file, which are numbers, dates or text by their content.",
        explanationVi:
          "`= …` là biểu thức trên các cột của tệp; cột là số, ngày hay chữ tùy nội dung của nó.")
    default:
      DataCode.failure(
        en: "{file}, line {line}: `= {expression}` does not give a value of the type of `{field}`",
        vi: "{file}, dòng {line}: `= {expression}` không cho giá trị đúng kiểu của `{field}`",
        explanationEn:
          "The value of `= …` must be of the field's type, or a number where money or a number is expected.",
        explanationVi: "Giá trị của `= …` phải đúng kiểu của trường, hoặc là số nếu trường là số hay tiền.")
    }
  }

  private var manifestEntry: CatalogueEntry {
    switch self {
    case .badManifest:
      DataCode.failure(
        en: "{file}, line {line}: {problem}", vi: "{file}, dòng {line}: {problem}",
        explanationEn: "snapshot.yaml is YAML: `key: value` lines, indented by spaces.",
        explanationVi: "snapshot.yaml viết theo YAML: các dòng `khóa: giá trị`, thụt lề bằng dấu cách.")
    case .unknownManifestKey:
      DataCode.failure(
        en: "{file}, line {line}: unknown key `{key}` in {in}",
        vi: "{file}, dòng {line}: khóa lạ `{key}` trong {in}",
        explanationEn:
          "snapshot.yaml refuses keys that it does not know, so that a slip is never read as nothing.",
        explanationVi: "snapshot.yaml không nhận khóa lạ, để lỗi gõ không bị bỏ qua.")
    case .badManifestValue:
      DataCode.failure(
        en: "{file}, line {line}: `{key}` expects {expected}",
        vi: "{file}, dòng {line}: `{key}` cần {expected}",
        explanationEn: "The value of a key in snapshot.yaml is not of the form that the key takes.",
        explanationVi: "Giá trị của một khóa trong snapshot.yaml không đúng dạng.")
    case .unknownManifestField:
      DataCode.failure(
        en: "{file}, line {line}: {entity} has no field `{field}`",
        vi: "{file}, dòng {line}: {entity} không có trường `{field}`",
        explanationEn:
          "`columns:`, `values:` and `key:` name fields of the model or of the snapshot's own `fields:`.",
        explanationVi:
          "`columns:`, `values:` và `key:` chỉ dùng trường của mô hình hoặc trường khai báo ở `fields:`.")
    case .fieldTypeClash:
      DataCode.failure(
        en: "{file}, line {line}: `{field}` is a field of {entity} with another type",
        vi: "{file}, dòng {line}: `{field}` là trường của {entity} với kiểu khác",
        explanationEn:
          "An own field may take the name of a model field only with its type; `columns:` maps it otherwise.",
        explanationVi:
          "Trường riêng chỉ được trùng tên trường của mô hình khi cùng kiểu; nếu không hãy dùng `columns:`.")
    case .unknownRecodeValue:
      DataCode.failure(
        en: "{file}, line {line}: `{value}` is no value of `{field}`",
        vi: "{file}, dòng {line}: `{value}` không phải giá trị của `{field}`",
        explanationEn: "`values:` turns the texts of a column into values that the field's type has.",
        explanationVi: "`values:` đổi chữ trong cột thành các giá trị mà kiểu của trường có.")
    case .setTooLarge:
      DataCode.failure(
        en: "{file}, line {line}: the set `{field}` has {count} values, more than 64",
        vi: "{file}, dòng {line}: tập `{field}` có {count} giá trị, quá 64",
        explanationEn: "A set holds at most 64 different values.",
        explanationVi: "Một tập có tối đa 64 giá trị khác nhau.")
    default:
      DataCode.failure(
        en: "{file}, line {line}: there is no type `{type}`",
        vi: "{file}, dòng {line}: không có kiểu `{type}`",
        explanationEn:
          "A field's type is a plain type, an enum of the model, `{ enum: … }`, `{ set: … }` or an entity.",
        explanationVi:
          "Kiểu của trường là kiểu đơn, một danh mục của mô hình, `{ enum: … }`, `{ set: … }` hoặc một thực thể."
      )
    }
  }
}
