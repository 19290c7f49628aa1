import Source

/// Errors about definitions, parameters and the statements of a script.
package enum ScriptCode: String, CaseIterable, DiagnosticCode {
  case shadowsEntity = "N0401"
  case shadowsField = "N0402"
  case recursion = "N0403"
  case parameterMissing = "N0404"
  case parameterValue = "N0405"
  case parameterLimit = "N0406"
  case parameterType = "N0407"
  case noSuchParameter = "N0408"
  case unknownSetting = "N0409"
  case settingValue = "N0410"
  case includeCycle = "N0411"
  case cannotRead = "N0412"
  case parameterTwice = "N0413"
  case templateValue = "N0414"
  case saveFormat = "N0415"
  case tableWithoutName = "N0416"

  package var entry: CatalogueEntry {
    switch self {
    case .shadowsEntity, .shadowsField, .recursion, .includeCycle, .cannotRead, .saveFormat, .templateValue,
      .tableWithoutName:
      definitionEntry
    default: parameterEntry
    }
  }

  private var definitionEntry: CatalogueEntry {
    switch self {
    case .shadowsEntity:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} is an entity, and a definition may not take its name",
          vi: "{name} là thực thể, không được đặt lại"),
        explanation: Localized(
          en: "A definition with the name of an entity would change what every later line means.",
          vi: "Đặt tên trùng thực thể sẽ làm đổi nghĩa mọi dòng sau."),
        example: "let households = members", remedy: "let people = members\npeople | count")
    case .shadowsField:
      CatalogueEntry(
        .usage,
        Localized(en: "{entity} has a field {name} already", vi: "{entity} đã có trường {name}"),
        explanation: Localized(
          en: "A computed field takes a name that its entity does not have.",
          vi: "Trường tính toán phải mang tên mà thực thể chưa có."),
        example: "let household.size = 3", remedy: "let household.half = size / 2\nhouseholds | select half")
    case .recursion:
      CatalogueEntry(
        .usage,
        Localized(en: "{name} is defined by itself", vi: "{name} được định nghĩa bằng chính nó"),
        explanation: Localized(
          en: "Definitions are put in place where they are used, so none may lead back to itself.",
          vi: "Định nghĩa được thay vào nơi dùng, nên không được dẫn về chính nó."),
        example: "let f(x) = f(x) + 1\nf(2)", remedy: "let f(x) = x + 1\nf(2)")
    case .includeCycle:
      CatalogueEntry(
        .usage,
        Localized(en: "{name} includes itself", vi: "{name} tự nạp chính nó"),
        explanation: Localized(
          en: "An included script may not lead back to one that includes it.",
          vi: "Tệp được nạp không được dẫn về tệp đang nạp nó."))
    case .cannotRead:
      CatalogueEntry(
        .usage,
        Localized(en: "{name} cannot be read: {reason}", vi: "không đọc được {name}: {reason_vi}"),
        explanation: Localized(
          en: "The file is missing, is a folder, may not be read, or is not UTF-8 text.",
          vi: "Tệp không có, là thư mục, không được phép đọc, hoặc không phải văn bản UTF-8."))
    case .tableWithoutName:
      CatalogueEntry(
        .usage,
        Localized(en: "the table {name} has no name here", vi: "bảng {name} chưa được đặt tên"),
        explanation: Localized(
          en: "A single file is used under a name, by which queries read its rows.",
          vi: "Một tệp đơn lẻ được dùng dưới một tên, để truy vấn đọc các dòng của nó."))
    case .saveFormat:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} does not end in a format that can be written",
          vi: "{name} không kết thúc bằng định dạng ghi được"),
        explanation: Localized(
          en: "Files end in csv, tsv, json, jsonl or md.",
          vi: "Tệp kết thúc bằng csv, tsv, json, jsonl hoặc md."),
        example: "households | count by class | save \"classes.doc\"",
        remedy: "households | count by class | save \"classes.csv\"")
    default:
      CatalogueEntry(
        .usage,
        Localized(en: "{text} is not one value", vi: "{text} không phải một giá trị"),
        explanation: Localized(
          en: "Braces in a title or text hold an expression, or a pipeline of one row and one column.",
          vi: "Dấu ngoặc nhọn trong tiêu đề hay văn bản chứa một biểu thức, hoặc chuỗi một dòng một cột."),
        example: "title \"{households}\"", remedy: "title \"{count(households)}\"")
    }
  }

  private var parameterEntry: CatalogueEntry {
    switch self {
    case .parameterMissing:
      CatalogueEntry(
        .usage,
        Localized(en: "the parameter {name} has no value", vi: "tham số {name} chưa có giá trị"),
        explanation: Localized(
          en: "A parameter without a default is given on the command line: `--name value`.",
          vi: "Tham số không có mặc định phải cho trên dòng lệnh: `--tên giá_trị`."),
        example: "param least: integer\nhouseholds | where size >= $least | count",
        remedy: "param least: integer = 3\nhouseholds | where size >= $least | count")
    case .parameterValue:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{value} is no {type} for the parameter {name}",
          vi: "{value} không phải {type} cho tham số {name}"),
        explanation: Localized(
          en: "The value of a parameter is read by the type that the script gives it.",
          vi: "Giá trị tham số được đọc theo kiểu mà kịch bản khai báo."),
        example: "param least: integer = \"three\"", remedy: "param least: integer = 3")
    case .parameterLimit:
      CatalogueEntry(
        .usage,
        Localized(en: "{name} is {value}, outside {limit}", vi: "{name} là {value}, ngoài {limit}"),
        explanation: Localized(
          en: "The script limits the parameter with `in`.", vi: "Kịch bản giới hạn tham số bằng `in`."),
        example: "param least: integer in 1..12 = 40", remedy: "param least: integer in 1..12 = 4")
    case .parameterType:
      CatalogueEntry(
        .usage,
        Localized(en: "no parameter type is called {name}", vi: "không có kiểu tham số nào tên {name}"),
        explanation: Localized(
          en:
            "Types of parameters: integer, number, money, text, date, year, boolean, place and its levels, project, "
            + "snapshot, standard, or the name of an enum.",
          vi:
            "Kiểu tham số: integer, number, money, text, date, year, boolean, place và các cấp, project, snapshot, standard, "
            + "hoặc tên một kiểu liệt kê."),
        example: "param least: whole = 3", remedy: "param least: integer = 3")
    case .noSuchParameter:
      CatalogueEntry(
        .usage,
        Localized(en: "the script has no parameter {name}", vi: "kịch bản không có tham số {name}"),
        explanation: Localized(
          en: "`nep run SCRIPT --help` lists the parameters of a script.",
          vi: "`nep run KỊCH_BẢN --help` liệt kê tham số của kịch bản."))
    case .unknownSetting:
      CatalogueEntry(
        .usage,
        Localized(en: "no setting is called {name}", vi: "không có thiết đặt nào tên {name}"),
        explanation: Localized(
          en: "Settings: snapshot, standard, labels, language, decimals, private, format, rows.",
          vi: "Các thiết đặt: snapshot, standard, labels, language, decimals, private, format, rows."),
        example: "set colour = red", remedy: "set labels = vi")
    case .settingValue:
      CatalogueEntry(
        .usage,
        Localized(en: "{name} takes {wanted}, not {value}", vi: "{name} nhận {wanted}, không nhận {value}"),
        explanation: Localized(
          en: "A setting takes one of the values named.", vi: "Thiết đặt nhận một trong các giá trị được nêu."
        ),
        example: "set labels = fr", remedy: "set labels = vi")
    default:
      CatalogueEntry(
        .usage,
        Localized(en: "the parameter {name} is declared twice", vi: "tham số {name} khai báo hai lần"),
        explanation: Localized(
          en: "A parameter is declared once in a script and what it includes.",
          vi: "Mỗi tham số chỉ khai báo một lần trong kịch bản và các tệp nó nạp."),
        example: "param a: integer = 1\nparam a: integer = 2",
        remedy: "param a: integer = 1\nparam b: integer = 2")
    }
  }
}
