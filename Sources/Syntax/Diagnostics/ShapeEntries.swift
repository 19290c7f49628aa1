import Source

/// The texts of the codes about the shape of statements.
enum ShapeEntries {
  static let expectedExpression = CatalogueEntry(
    .usage,
    Localized(
      en: "an expression is missing before {found}", vi: "thiếu một biểu thức trước {found_vi}"),
    explanation: Localized(
      en:
        "An operator, a comma, an opening bracket and most keywords are followed by an expression. A name that is "
        + "also a keyword stands in backquotes.",
      vi:
        "Sau phép toán, dấu phẩy, dấu mở ngoặc và phần lớn từ khóa phải có một biểu thức. Tên trùng với từ khóa đặt "
        + "trong dấu huyền."),
    example: "households | where size > | count", remedy: "households | where size > 3 | count")

  static let unexpectedToken = CatalogueEntry(
    .usage,
    Localized(en: "{found} does not belong to this statement", vi: "{found_vi} không thuộc câu lệnh này"),
    explanation: Localized(
      en:
        "The statement is complete before this word or sign. Stages are parted by `|`, statements by a new line or "
        + "`;`, items by commas.",
      vi:
        "Câu lệnh đã trọn trước chỗ này. Các bước cách nhau bằng `|`, các câu lệnh bằng xuống dòng hoặc `;`, các "
        + "phần tử bằng dấu phẩy."),
    example: "households | take 5 rows", remedy: "households | take 5")

  static let expectedToken = CatalogueEntry(
    .usage,
    Localized(en: "expected {expected}, found {found}", vi: "cần {expected_vi}, nhưng gặp {found_vi}"),
    explanation: Localized(
      en:
        "The words and signs of a stage or statement have their order: `top N by KEY`, `compare from A to B`, "
        + "`if C then A else B`.",
      vi: "Từ và dấu trong một bước hay câu lệnh có thứ tự: `top N by KEY`, `compare from A to B`, "
        + "`if C then A else B`."),
    example: "households | top 5 income", remedy: "households | top 5 by income")

  static let unclosedBracket = CatalogueEntry(
    .usage, Localized(en: "`{bracket}` is missing here", vi: "thiếu `{bracket}` ở đây"),
    explanation: Localized(
      en: "Each opening bracket has its closing one. While a bracket is open, line ends mean nothing.",
      vi: "Mỗi dấu mở ngoặc phải có dấu đóng. Khi ngoặc còn mở, xuống dòng không kết thúc câu lệnh."),
    example: "households | where (size > 3", remedy: "households | where (size > 3)")

  static let unopenedBracket = CatalogueEntry(
    .usage, Localized(en: "`{bracket}` closes nothing", vi: "`{bracket}` không đóng ngoặc nào"),
    explanation: Localized(
      en: "A closing bracket stands only after the opening one it belongs to.",
      vi: "Dấu đóng ngoặc chỉ đứng sau dấu mở tương ứng."),
    example: "households | where size > 3) | count", remedy: "households | where size > 3 | count")

  static let unknownStage = CatalogueEntry(
    .usage, Localized(en: "there is no stage `{word}`", vi: "không có bước `{word}`"),
    explanation: Localized(
      en:
        "After `|` comes the word of a stage: where, derive, select, drop, rename, summarize, count, sort, take, top, "
        + "bottom, distinct, sample, expand, append, describe, compare, movement, transition, save.",
      vi:
        "Sau `|` là từ mở đầu một bước: where, derive, select, drop, rename, summarize, count, sort, take, top, "
        + "bottom, distinct, sample, expand, append, describe, compare, movement, transition, save."),
    example: "households | wher size > 3", remedy: "households | where size > 3")

  static let missingPipe = CatalogueEntry(
    .usage, Localized(en: "`|` is missing before `{word}`", vi: "thiếu `|` trước `{word}`"),
    explanation: Localized(
      en: "Each stage begins with `|`, which passes on the rows of what stands before it.",
      vi: "Mỗi bước bắt đầu bằng `|`, nhận các dòng của phần đứng trước."),
    example: "households where size > 3", remedy: "households | where size > 3")

  static let missingComma = CatalogueEntry(
    .usage, Localized(en: "a comma is missing before `{next}`", vi: "thiếu dấu phẩy trước `{next}`"),
    explanation: Localized(
      en:
        "The items of a list are parted by commas, also where each stands on a line of its own. A statement that "
        + "follows a list is not indented deeper than the one before it.",
      vi:
        "Các phần tử của danh sách cách nhau bằng dấu phẩy, kể cả khi mỗi phần tử một dòng. Câu lệnh đứng sau danh "
        + "sách không thụt vào sâu hơn câu trước."),
    example: "households | select code,\n  size\n  income",
    remedy: "households | select code,\n  size,\n  income")

  static let missingAs = CatalogueEntry(
    .usage, Localized(en: "{text} needs a name", vi: "{text} cần một cái tên"),
    explanation: Localized(
      en: "Each column of `derive` has a name, behind `as`.",
      vi: "Mỗi cột của `derive` có tên, viết sau `as`."),
    example: "households | derive size * 2", remedy: "households | derive size * 2 as double")

  static let duplicateClause = CatalogueEntry(
    .usage, Localized(en: "`{clause}` stands here twice", vi: "`{clause}` xuất hiện hai lần"),
    explanation: Localized(
      en:
        "`weighted by`, `by`, `across` and `with` may come in any order, each once; several keys or options are "
        + "parted by commas.",
      vi:
        "`weighted by`, `by`, `across` và `with` đứng theo thứ tự tùy ý, mỗi mệnh đề một lần; nhiều khóa hay tùy chọn "
        + "cách nhau bằng dấu phẩy."),
    example: "households | count by district by class", remedy: "households | count by district, class")

  static let unknownOption = CatalogueEntry(
    .usage, Localized(en: "`with` does not know {text}", vi: "`with` không có {text}"),
    explanation: Localized(
      en: "`with` takes `totals`, `subtotals`, `share`, `share per KEY` and `empty`, parted by commas.",
      vi: "`with` nhận `totals`, `subtotals`, `share`, `share per KEY` và `empty`, cách nhau bằng dấu phẩy."),
    example: "households | count by district with total", remedy: "households | count by district with totals"
  )

  static let textAsName = CatalogueEntry(
    .usage, Localized(en: "a name stands here, not a text", vi: "ở đây cần tên, không phải chuỗi"),
    explanation: Localized(
      en: "Backquotes make any text a name.", vi: "Dấu huyền biến chuỗi bất kỳ thành tên."),
    example: "households | count by district as \"Huyện\"",
    remedy: "households | count by district as `Huyện`")

  static let unclosedStandard = CatalogueEntry(
    .usage, Localized(en: "this `{word}` has no `end`", vi: "`{word}` này thiếu `end`"),
    explanation: Localized(
      en: "A standard or rule ends with `end` at the start of a line.",
      vi: "Chuẩn hay quy tắc kết thúc bằng `end` ở đầu dòng."),
    example: "standard mine\n  cites \"Art. 1\"\n  class other otherwise",
    remedy: "standard mine\n  cites \"Art. 1\"\n  class other otherwise\nend")

  static let bareAppend = CatalogueEntry(
    .usage,
    Localized(en: "`append` takes its rows in brackets", vi: "`append` nhận các dòng đặt trong ngoặc"),
    explanation: Localized(
      en: "The brackets show where the appended pipeline ends and the outer one goes on.",
      vi: "Dấu ngoặc cho thấy phần nối thêm kết thúc ở đâu và phần ngoài tiếp tục từ đâu."),
    example: "households | append households@2022", remedy: "households | append (households@2022)")
}
