import Source

/// The texts of the codes about letters, texts, numbers and dates.
enum SpellingEntries {
  static let strayCharacter = CatalogueEntry(
    .usage,
    Localized(en: "`{text}` is no sign of the language", vi: "`{text}` không phải dấu của ngôn ngữ"),
    explanation: Localized(
      en:
        "Outside texts and comments a program is made of names, numbers and the signs of the language. A character "
        + "that is none of them, often one that cannot be seen, stands here. Put a name with such characters in "
        + "backquotes.",
      vi:
        "Ngoài chuỗi và chú thích, chương trình chỉ gồm tên, số và các dấu của ngôn ngữ. Ở đây có một ký tự khác, "
        + "thường là ký tự không nhìn thấy. Tên có ký tự như vậy phải đặt trong dấu huyền `…`."),
    example: "households | where size > 3 § | count", remedy: "households | where size > 3 | count")

  static let unclosedText = CatalogueEntry(
    .usage, Localized(en: "this text is not closed", vi: "chuỗi này chưa đóng"),
    explanation: Localized(
      en: "A text begins and ends with `\"`, a block with `\"\"\"`. Inside a text a quote is written `\\\"`.",
      vi: "Chuỗi mở và đóng bằng `\"`, khối chữ bằng `\"\"\"`. Dấu nháy bên trong chuỗi viết là `\\\"`."),
    example: "households | where district = \"Nam Trà My",
    remedy: "households | where district = \"Nam Trà My\"")

  static let unknownEscape = CatalogueEntry(
    .usage, Localized(en: "`{text}` means nothing in a text", vi: "`{text}` không có nghĩa trong chuỗi"),
    explanation: Localized(
      en:
        "After a backslash a text takes `\"`, `\\`, `n` (new line), `t` (tab) or `u{…}` with the number of a "
        + "character in hexadecimal; titles and blocks also take `{`. A backslash itself is written twice.",
      vi:
        "Sau dấu `\\` trong chuỗi chỉ có `\"`, `\\`, `n` (xuống dòng), `t` (tab) hoặc `u{…}` với mã ký tự thập lục "
        + "phân; tiêu đề và khối chữ có thêm `{`. Bản thân dấu `\\` viết hai lần."),
    example: "title \"C:\\data\"", remedy: "title \"C:\\\\data\"")

  static let unclosedName = CatalogueEntry(
    .usage, Localized(en: "this name is not closed", vi: "tên này chưa đóng"),
    explanation: Localized(
      en: "A name in backquotes ends with a backquote on the same line.",
      vi: "Tên trong dấu huyền phải đóng bằng dấu huyền trên cùng một dòng."),
    example: "households | select income / 1000 as `in thousands",
    remedy: "households | select income / 1000 as `in thousands`")

  static let emptyName = CatalogueEntry(
    .usage, Localized(en: "a name cannot be empty", vi: "tên không được để trống"),
    explanation: Localized(
      en: "Backquotes make any text a name, but there must be a text between them.",
      vi: "Dấu huyền biến chuỗi bất kỳ thành tên, nhưng giữa hai dấu phải có chữ."),
    example: "households | select ``", remedy: "households | select code")

  static let malformedNumber = CatalogueEntry(
    .usage,
    Localized(
      en: "`{text}` is neither a number nor a name", vi: "`{text}` không phải số, cũng không phải tên"),
    explanation: Localized(
      en:
        "A number is digits with `_` between groups, a point and digits, an exponent (`1.5e6`), or a `%` right behind "
        + "it; a word of magnitude stands after a space (`1.5 million`). A name does not begin with a digit; in "
        + "backquotes it may.",
      vi:
        "Số gồm các chữ số, `_` giữa các nhóm, dấu chấm và phần lẻ, số mũ (`1.5e6`), hoặc `%` viết liền; chữ chỉ độ "
        + "lớn đứng sau một khoảng trắng (`1.5 triệu`). Tên không bắt đầu bằng chữ số, trừ khi đặt trong dấu huyền."
    ),
    example: "households | where income > 1.5million", remedy: "households | where income > 1.5 million")

  static let numberTooLarge = CatalogueEntry(
    .usage, Localized(en: "this number is too large", vi: "số này quá lớn"),
    explanation: Localized(
      en: "Integers go up to 9_223_372_036_854_775_807, decimals up to about 1.8e308.",
      vi: "Số nguyên lớn nhất là 9_223_372_036_854_775_807, số thập phân khoảng 1.8e308."),
    example: "households | where income > 9_999_999_999_999_999_999",
    remedy: "households | where income > 9_999_999_999")

  static let noSuchDate = CatalogueEntry(
    .usage, Localized(en: "there is no day {text}", vi: "không có ngày {text}"),
    explanation: Localized(
      en: "A date is a year of four digits, a month and a day of two, and must stand in the calendar.",
      vi: "Ngày viết bằng năm bốn chữ số, tháng và ngày hai chữ số, và phải có trong lịch."),
    example: "households | where reviewed_on >= 2023-02-30",
    remedy: "households | where reviewed_on >= 2023-02-28")

  static let foreignQuote = CatalogueEntry(
    .usage, Localized(en: "a text stands between `\"` and `\"`", vi: "chuỗi đặt giữa `\"` và `\"`"),
    explanation: Localized(
      en: "Single and curly quotes are those of other languages and of word processors.",
      vi: "Nháy đơn và nháy cong là của ngôn ngữ khác hoặc của trình soạn thảo văn bản."),
    example: "households | where class = 'poor'", remedy: "households | where class = \"poor\"")

  static let foreignFraction = CatalogueEntry(
    .usage, Localized(en: "a number begins with a digit", vi: "số phải bắt đầu bằng chữ số"),
    explanation: Localized(
      en:
        "A point before a name asks for a value of an enum (`.poor`); a fraction has a digit before its point.",
      vi:
        "Dấu chấm trước một tên chỉ giá trị của kiểu liệt kê (`.poor`); số lẻ phải có chữ số trước dấu chấm."),
    example: "households | where floor_area > .5", remedy: "households | where floor_area > 0.5")

  static let foreignGrouping = CatalogueEntry(
    .usage, Localized(en: "digits are grouped with `_`", vi: "các nhóm chữ số cách nhau bằng `_`"),
    explanation: Localized(
      en:
        "A point is the decimal point and a comma parts the items of a list; groups of digits are parted by `_`. "
        + "Results are printed with the signs of the labels' language.",
      vi:
        "Dấu chấm là dấu thập phân, dấu phẩy ngăn các phần tử; các nhóm chữ số cách nhau bằng `_`. Kết quả vẫn in "
        + "theo cách viết của ngôn ngữ nhãn."),
    example: "households | where income > 1.250.000", remedy: "households | where income > 1_250_000")

  static let foreignDate = CatalogueEntry(
    .usage, Localized(en: "month and day have two digits", vi: "tháng và ngày phải đủ hai chữ số"),
    explanation: Localized(
      en:
        "`2023-1-5` could be a difference of numbers, so dates are written in full. With spaces round its signs it "
        + "is a difference.",
      vi:
        "`2023-1-5` có thể hiểu là phép trừ, nên ngày phải viết đủ chữ số. Muốn trừ thì viết dấu cách quanh dấu trừ."
    ),
    example: "households | where reviewed_on > 2023-1-5",
    remedy: "households | where reviewed_on > 2023-01-05")
}
