import Source

extension NameCode {
  var unknownEntry: CatalogueEntry {
    switch self {
    case .unknownField:
      CatalogueEntry(
        .usage,
        Localized(en: "no field {name} in {entity}", vi: "{entity} không có trường {name}"),
        explanation: Localized(
          en: "After a dot stands a field or link of the row before it. The nearest names are listed.",
          vi: "Sau dấu chấm là một trường hoặc liên kết của dòng đứng trước. Các tên gần nhất được liệt kê."),
        example: "households | select commune.nam", remedy: "households | select commune.name")
    case .unknownSource:
      CatalogueEntry(
        .usage,
        Localized(
          en: "no entity or view is called {name}", vi: "không có thực thể hay khung nhìn nào tên {name}"),
        explanation: Localized(
          en:
            "A pipeline begins with an entity in the plural, a view made with `let`, or `it`, the last result.",
          vi:
            "Một chuỗi bắt đầu bằng một thực thể số nhiều, một khung nhìn tạo bằng `let`, hoặc `it`, kết quả trước."
        ),
        example: "house | count", remedy: "households | count")
    case .unknownFunction:
      CatalogueEntry(
        .usage,
        Localized(en: "no function is called {name}", vi: "không có hàm nào tên {name}"),
        explanation: Localized(
          en: "Functions are built in or defined with `let name(x) = …`. `nep help functions` lists them.",
          vi: "Hàm có sẵn, hoặc được định nghĩa bằng `let tên(x) = …`. `nep help functions` liệt kê các hàm."),
        example: "households | select average(income)", remedy: "households | summarize mean(income)")
    case .unknownParameter:
      CatalogueEntry(
        .usage,
        Localized(en: "no parameter is called {name}", vi: "không có tham số nào tên {name}"),
        explanation: Localized(
          en: "`$name` is a parameter declared with `param`, or the row of a `for each`.",
          vi: "`$tên` là tham số khai báo bằng `param`, hoặc dòng của `for each`."),
        example: "households | where size > $least",
        remedy: "param least: integer = 3\nhouseholds | where size > $least")
    case .notALink:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{text} is {type}, and only a link can be followed with a dot",
          vi: "{text} là {type}; chỉ liên kết mới đi tiếp được bằng dấu chấm"),
        explanation: Localized(
          en: "A dot follows a to-one link of a row: `commune.name`, `household.class`.",
          vi: "Dấu chấm đi theo liên kết một của dòng: `commune.name`, `household.class`."),
        example: "households | select size.name", remedy: "households | select commune.name")
    default:
      CatalogueEntry(
        .usage,
        Localized(en: "{name} is not known here", vi: "không biết {name} ở đây"),
        explanation: Localized(
          en:
            "A name is a column of the rows at hand, a field or link of their entity, or a definition. After `select`, "
            + "`summarize`, `count` and `distinct` rows have only their columns.",
          vi:
            "Một tên là cột của các dòng hiện có, trường hay liên kết của thực thể, hoặc một định nghĩa. Sau `select`, "
            + "`summarize`, `count` và `distinct`, dòng chỉ còn các cột của nó."),
        example: "households | where incom > 5", remedy: "households | where income > 5")
    }
  }

  var snapshotEntry: CatalogueEntry {
    switch self {
    case .notInSnapshot:
      CatalogueEntry(
        .usage,
        Localized(
          en: "the snapshot {snapshot} does not have {name} of {entity}",
          vi: "bộ dữ liệu {snapshot} không có {name} của {entity}"),
        explanation: Localized(
          en:
            "The model knows the field, but this snapshot's files do not carry it. `nep snapshot info` lists what they do.",
          vi:
            "Mô hình có trường này nhưng tệp của bộ dữ liệu không có. `nep snapshot info` liệt kê những gì có."
        ))
    case .entityNotInSnapshot:
      CatalogueEntry(
        .usage,
        Localized(
          en: "the snapshot {snapshot} has no {entity}", vi: "bộ dữ liệu {snapshot} không có {entity}"),
        explanation: Localized(
          en: "The model knows the entity, but this snapshot does not carry it.",
          vi: "Mô hình có thực thể này nhưng bộ dữ liệu không mang theo."))
    case .noKey:
      CatalogueEntry(
        .usage,
        Localized(
          en: "rows of {entity} have no key, so none can be found again in another snapshot",
          vi: "dòng của {entity} không có khóa nên không tìm lại được trong bộ dữ liệu khác"),
        explanation: Localized(
          en: "`@LABEL` reads the row of the same key in another snapshot. Compare groups instead.",
          vi: "`@NHÃN` đọc dòng cùng khóa trong bộ dữ liệu khác. Hãy so sánh theo nhóm."))
    case .noPreviousSnapshot:
      CatalogueEntry(
        .failure,
        Localized(
          en: "there is no snapshot before {snapshot}", vi: "không có bộ dữ liệu nào trước {snapshot}"),
        explanation: Localized(
          en:
            "`@previous` is the snapshot before the current one by date; load one with `use` or on the command line.",
          vi:
            "`@previous` là bộ dữ liệu ngay trước bộ hiện tại theo ngày; nạp bằng `use` hoặc trên dòng lệnh."),
        example: "households@previous | count", remedy: "households@current | count")
    default:
      CatalogueEntry(
        .failure,
        Localized(en: "no snapshot {label} is loaded", vi: "chưa nạp bộ dữ liệu {label}"),
        explanation: Localized(
          en: "A snapshot is named by its label, or by a month or date: the newest not after it.",
          vi: "Bộ dữ liệu được gọi bằng nhãn, hoặc bằng tháng hay ngày: bộ mới nhất không sau ngày đó."),
        example: "households@1999 | count", remedy: "households@current | count")
    }
  }

  var valueEntry: CatalogueEntry {
    switch self {
    case .unknownPlace:
      CatalogueEntry(
        .usage,
        Localized(en: "no {level} is called {name}", vi: "không có {level} nào tên {name}"),
        explanation: Localized(
          en:
            "A place is written by its name as text, with or without marks, or by its code. A name that does not exist is "
            + "an error, never an empty result.",
          vi:
            "Địa bàn viết bằng tên trong ngoặc kép, có dấu hay không, hoặc bằng mã. Tên không có là lỗi, không bao giờ cho "
            + "kết quả rỗng."),
        example: "households | where district = \"Nam Trà Mi\" | count",
        remedy: "households | where district = \"Nam Trà My\" | count")
    case .ambiguousPlace:
      CatalogueEntry(
        .usage,
        Localized(en: "{count} places are called {name}", vi: "có {count} địa bàn tên {name}"),
        explanation: Localized(
          en: "Write the place above it after a comma, or the code.",
          vi: "Viết thêm địa bàn cấp trên sau dấu phẩy, hoặc viết mã."),
        example: "households | where village = \"Thôn 1\" | count",
        remedy: "households | where village = \"Thôn 1, Trà Mai\" | count")
    case .placeOfOtherLevel:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} is a {found}, and it is compared with a {wanted}",
          vi: "{name} là cấp {found}, lại so với cấp {wanted}"),
        explanation: Localized(
          en: "`=` compares places of one level; `place within \"…\"` is the place or anything below it.",
          vi: "`=` so các địa bàn cùng cấp; `place within \"…\"` là địa bàn đó hoặc mọi nơi bên dưới."),
        example: "households | where commune = \"Nam Trà My\" | count",
        remedy: "households | where place within \"Nam Trà My\" | count")
    case .unknownKey:
      CatalogueEntry(
        .failure,
        Localized(en: "no {entity} has the key {name}", vi: "không có {entity} nào mang mã {name}"),
        explanation: Localized(
          en: "A row or link is compared with a key of its entity that the snapshot has.",
          vi: "Dòng hoặc liên kết được so với một mã có trong bộ dữ liệu."),
        example: "members | where household = \"nobody\" | count", remedy: "members | count")
    case .ambiguousValue:
      CatalogueEntry(
        .usage,
        Localized(en: "{name} fits several types: {types}", vi: "{name} thuộc nhiều kiểu: {types}"),
        explanation: Localized(
          en:
            "A value with a dot before it stands where exactly one enum has it; compare it with a field instead.",
          vi: "Giá trị có dấu chấm đứng trước chỉ dùng được khi đúng một kiểu có nó; hãy so với một trường."),
        example: ".other", remedy: "households | where class = .other | count")
    default:
      CatalogueEntry(
        .usage,
        Localized(en: "no value {name} in {type}", vi: "{type} không có giá trị {name}"),
        explanation: Localized(
          en: "An enum has the values listed; write one as a bare word, or its label as text.",
          vi: "Kiểu liệt kê chỉ có các giá trị được nêu; viết tên giá trị, hoặc nhãn trong ngoặc kép."),
        example: "households | where class = por | count", remedy: "households | where class = poor | count")
    }
  }

  var placeInQueryEntry: CatalogueEntry {
    switch self {
    case .manyLinkAsField:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} are many rows, and stand only where rows are named",
          vi: "{name} là nhiều dòng, chỉ đứng ở nơi gọi tên các dòng"),
        explanation: Localized(
          en:
            "A to-many link has no value of its own: ask about its rows with any, all, none, count, sum or mean, or make "
            + "each a row with `expand`.",
          vi:
            "Liên kết nhiều không có giá trị riêng: hỏi về các dòng của nó bằng any, all, none, count, sum hay mean, hoặc "
            + "tách thành dòng bằng `expand`."),
        example: "households | where members.age < 6", remedy: "households | where any(members where age < 6)"
      )
    case .nameOfOuterRow:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} belongs to the row around; {entity} has no such field",
          vi: "{name} thuộc dòng bên ngoài; {entity} không có trường này"),
        explanation: Localized(
          en:
            "Inside an aggregate over children, bare names are the child's; `outer.` reaches the enclosing row.",
          vi:
            "Bên trong phép gộp trên các dòng con, tên trần là của dòng con; `outer.` với tới dòng bao ngoài."
        ),
        example: "households | where any(members where age > size)",
        remedy: "households | where any(members where age > outer.size)")
    case .noOuterRow:
      CatalogueEntry(
        .usage,
        Localized(en: "there is no row around this one", vi: "không có dòng nào bao ngoài dòng này"),
        explanation: Localized(
          en: "`outer` stands inside an aggregate over children: `any(members where age > outer.size)`.",
          vi: "`outer` đứng trong phép gộp trên các dòng con: `any(members where age > outer.size)`."),
        example: "households | where outer.size > 3", remedy: "households | where size > 3")
    case .noRow:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} is a field, and there is no row here", vi: "{name} là trường, mà ở đây không có dòng"),
        explanation: Localized(
          en:
            "Outside a pipeline, name the rows: `mean(households, income)`, `count(households where class = poor)`.",
          vi:
            "Ngoài chuỗi, hãy gọi tên các dòng: `mean(households, income)`, `count(households where class = poor)`."
        ),
        example: "income + 1", remedy: "mean(households, income) + 1")
    case .fieldAfterRows:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} is a field of {entity}; only a to-many link switches the rows",
          vi: "{name} là trường của {entity}; chỉ liên kết nhiều mới chuyển sang dòng khác"),
        explanation: Localized(
          en:
            "After rows a dot leads to other rows: `households[class = poor].members`. A field of them is selected.",
          vi:
            "Sau các dòng, dấu chấm dẫn tới dòng khác: `households[class = poor].members`. Muốn lấy trường thì dùng select."
        ),
        example: "households[class = poor].commune | count",
        remedy: "households[class = poor].members | count")
    case .nothingYet:
      CatalogueEntry(
        .usage,
        Localized(en: "there is no result yet to go on from", vi: "chưa có kết quả nào để tiếp tục"),
        explanation: Localized(
          en: "`it` and a line that begins with `|` continue the last result.",
          vi: "`it` và dòng bắt đầu bằng `|` tiếp tục kết quả trước đó."),
        example: "it | count", remedy: "households\nit | count")
    case .noSuchStage:
      CatalogueEntry(
        .usage,
        Localized(en: "{name} is not built yet", vi: "{name} chưa được xây dựng"),
        explanation: Localized(
          en: "The language has it, this version does not run it. docs/contract.md lists what is done.",
          vi:
            "Ngôn ngữ có mục này nhưng phiên bản này chưa chạy được. docs/contract.md liệt kê những gì đã xong."
        ),
        example: "households | chart bar class", remedy: "households | count by class")
    default:
      CatalogueEntry(
        .usage,
        Localized(en: "{text} is a value, not rows", vi: "{text} là một giá trị, không phải các dòng"),
        explanation: Localized(
          en: "Stages follow rows: an entity, a view, a pipeline in parentheses, or `it`.",
          vi: "Các bước đi sau những dòng: một thực thể, khung nhìn, chuỗi trong ngoặc, hoặc `it`."),
        example: "1 + 2 | count", remedy: "households | count")
    }
  }
}
