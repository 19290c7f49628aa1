import Source

/// The texts of the codes about statements and stages written as in other languages.
enum ForeignEntries {
  static let foreignSelect = CatalogueEntry(
    .usage,
    Localized(
      en: "a query begins with its rows, and each step follows behind `|`",
      vi: "truy vấn bắt đầu bằng các dòng, mỗi bước theo sau dấu `|`"),
    explanation: Localized(
      en: "Rows come first, then what is done with them, in the order in which it is done: "
        + "`households | where size > 3 | select code`.",
      vi: "Trước hết là các dòng, sau đó là từng bước theo đúng thứ tự thực hiện: "
        + "`households | where size > 3 | select code`."),
    example: "SELECT code FROM households WHERE size > 3", remedy: "households | where size > 3 | select code"
  )

  static let foreignGroupBy = CatalogueEntry(
    .usage, Localized(en: "groups are named by `by`", vi: "nhóm được nêu bằng `by`"),
    explanation: Localized(
      en:
        "`by` stands behind the aggregates of `summarize` or `count`: `summarize mean(income) by district`.",
      vi:
        "`by` đứng sau các phép tổng hợp của `summarize` hoặc `count`: `summarize mean(income) by district`."),
    example: "households | count GROUP BY district", remedy: "households | count by district")

  static let foreignPipe = CatalogueEntry(
    .usage, Localized(en: "`{text}` is written `|`", vi: "`{text}` viết là `|`"),
    explanation: Localized(en: "Stages are parted by `|`.", vi: "Các bước cách nhau bằng `|`."),
    example: "households %>% count", remedy: "households | count")

  static let foreignAssignment = CatalogueEntry(
    .usage, Localized(en: "the name `{name}` stands behind `as`", vi: "tên `{name}` đứng sau `as`"),
    explanation: Localized(
      en:
        "`=` compares. A column is its expression, then `as` and its name; in `summarize` a comparison of a name that "
        + "is meant as such stands in brackets.",
      vi:
        "`=` là phép so sánh. Cột viết bằng biểu thức, rồi `as` và tên; trong `summarize`, phép so sánh thật sự với "
        + "một tên phải đặt trong ngoặc."),
    example: "households | derive double = size * 2", remedy: "households | derive size * 2 as double")

  static let foreignKeys = CatalogueEntry(
    .usage, Localized(en: "keys stand without brackets", vi: "các khóa viết không có ngoặc"),
    explanation: Localized(
      en: "Brackets with commas make a set, which is one value. Two pairs of brackets group by a set.",
      vi:
        "Ngoặc có dấu phẩy tạo thành một tập hợp, là một giá trị. Muốn nhóm theo tập hợp thì viết hai lớp ngoặc."
    ),
    example: "households | count by (district, class)", remedy: "households | count by district, class")

  static let foreignQuantifier = CatalogueEntry(
    .usage,
    Localized(
      en: "the condition of `{word}` stands behind `where`", vi: "điều kiện của `{word}` đứng sau `where`"),
    explanation: Localized(
      en:
        "`any`, `none` and `count` take rows, which `where` limits; `all(ROWS, C)` and `share(ROWS, C)` take the "
        + "condition as their value.",
      vi:
        "`any`, `none` và `count` nhận các dòng, được giới hạn bằng `where`; `all(ROWS, C)` và `share(ROWS, C)` nhận "
        + "điều kiện làm giá trị."),
    example: "households | where any(members, age < 6)",
    remedy: "households | where any(members where age < 6)")

  static let trailingIf = CatalogueEntry(
    .usage,
    Localized(
      en: "a condition is a stage of its own, before this one", vi: "điều kiện là một bước riêng, đứng trước"),
    explanation: Localized(
      en: "`where` limits the rows for every stage after it; `count(where C)` limits one aggregate.",
      vi: "`where` giới hạn các dòng cho mọi bước sau; `count(where C)` giới hạn một phép tổng hợp."),
    example: "households | count if size > 3", remedy: "households | where size > 3 | count")

  static let foreignDescending = CatalogueEntry(
    .usage, Localized(en: "falling order is written `{form}`", vi: "thứ tự giảm dần viết là `{form}`"),
    explanation: Localized(
      en:
        "`desc` behind a key sorts by it from the largest down, whatever its type; missing values come last in both "
        + "directions. To sort by a negative number put it in brackets.",
      vi:
        "`desc` sau khóa sắp xếp từ lớn đến nhỏ với mọi kiểu; giá trị thiếu luôn đứng cuối. Muốn sắp theo số đối thì "
        + "đặt trong ngoặc."),
    example: "households | sort -income", remedy: "households | sort income desc")

  static let upperCaseKeyword = CatalogueEntry(
    .usage, Localized(en: "`{text}` is written `{form}`", vi: "`{text}` viết là `{form}`"),
    explanation: Localized(
      en: "The words of the language are written in small letters.",
      vi: "Các từ của ngôn ngữ viết bằng chữ thường."),
    example: "households | WHERE size > 3", remedy: "households | where size > 3")

  static let foreignStage = CatalogueEntry(
    .usage, Localized(en: "the stage `{text}` is called `{form}`", vi: "bước `{text}` ở đây gọi là `{form}`"),
    explanation: Localized(
      en: "Stages have one name each; those of dplyr, KQL, Stata and SQL are known only to say which one.",
      vi: "Mỗi bước chỉ có một tên; tên trong dplyr, KQL, Stata và SQL chỉ được nhận ra để chỉ đúng tên."),
    example: "households | filter size > 3", remedy: "households | where size > 3")
}

/// The texts of the codes that bound what a program may ask for.
enum BoundEntries {
  static let tooDeep = CatalogueEntry(
    .usage,
    Localized(
      en: "this is nested too deeply or has too many operators in a row",
      vi: "biểu thức lồng quá sâu hoặc có quá nhiều phép toán liên tiếp"),
    explanation: Localized(
      en:
        "Brackets and prefixes nest up to {nesting} deep, and up to {height} operators follow one another. Give "
        + "parts a name with `let`, or use `in (…)` in place of a long row of `or`.",
      vi:
        "Ngoặc và tiền tố lồng tối đa {nesting} lớp, và tối đa {height} phép toán nối nhau. Hãy đặt tên từng phần "
        + "bằng `let`, hoặc dùng `in (…)` thay cho dãy `or` dài."
    ).filled(["nesting": String(Parser.nestingLimit), "height": String(Parser.heightLimit)]),
    example: String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300), remedy: "(1)")

  static let tooManyStages = CatalogueEntry(
    .usage, Localized(en: "a pipeline has at most {limit} stages", vi: "một chuỗi có tối đa {limit} bước"),
    explanation: Localized(
      en: "So long a pipeline is the mistake of a program that wrote it. Name its parts with `let`.",
      vi: "Chuỗi dài như vậy thường do chương trình sinh lỗi. Hãy đặt tên từng phần bằng `let`."),
    example: "households" + String(repeating: " | take 1", count: Parser.stageLimit + 1),
    remedy: "households | take 1")

  static let tooManyErrors = CatalogueEntry(
    .usage,
    Localized(en: "{limit} errors; the rest is not read", vi: "{limit} lỗi; phần còn lại không đọc nữa"),
    explanation: Localized(
      en: "Reading stops after so many errors. Perhaps the file is no script.",
      vi: "Gặp quá nhiều lỗi nên dừng đọc. Có thể tệp không phải là kịch bản."),
    example: String(repeating: "*\n", count: Parser.errorLimit + 1), remedy: "households")
}
