import Source

/// The texts of the codes about operators.
enum OperatorEntries {
  static let comparisonsDoNotChain = CatalogueEntry(
    .usage,
    Localized(
      en: "`{sign}` does not go on from a comparison", vi: "`{sign}` không nối tiếp được phép so sánh"),
    explanation: Localized(
      en:
        "Only `= < <= > >=` chain, as in mathematics (`1 < x <= 2`). To compare the outcome of a comparison put it in "
        + "brackets; to join two comparisons write `and`.",
      vi:
        "Chỉ `= < <= > >=` nối được với nhau như trong toán (`1 < x <= 2`). Muốn so sánh kết quả của một phép so sánh "
        + "thì đặt nó trong ngoặc; muốn ghép hai phép so sánh thì viết `and`."),
    example: "members | where insured = age in 1..3",
    remedy: "members | where insured = (age in 1..3)")

  static let needsBrackets = CatalogueEntry(
    .usage, Localized(en: "`{word}` needs brackets here", vi: "`{word}` ở đây cần đặt trong ngoặc"),
    explanation: Localized(
      en:
        "`not` binds looser than comparisons and arithmetic, and `if … then … else …` reaches as far as it can, so "
        + "behind an operator that binds tighter they stand in brackets.",
      vi:
        "`not` liên kết lỏng hơn phép so sánh và số học, còn `if … then … else …` kéo dài hết mức có thể, nên đứng sau "
        + "phép toán chặt hơn thì phải đặt trong ngoặc."),
    example: "members | where insured = not age < 6",
    remedy: "members | where insured = (not age < 6)")

  static let openRange = CatalogueEntry(
    .usage, Localized(en: "a range has two ends", vi: "khoảng phải có hai đầu"),
    explanation: Localized(
      en: "`6..15` holds both ends. Where only one is meant, compare: `age >= 60`.",
      vi: "`6..15` gồm cả hai đầu. Khi chỉ có một đầu thì dùng phép so sánh: `age >= 60`."),
    example: "members | where age in 60..", remedy: "members | where age >= 60")

  static let foreignAnd = CatalogueEntry(
    .usage, Localized(en: "`{text}` is written `and`", vi: "`{text}` viết là `and`"),
    explanation: Localized(
      en: "Conditions are joined by the words `and`, `or` and `not`.",
      vi: "Các điều kiện ghép bằng `and`, `or` và `not`."),
    example: "households | where size > 3 && class = poor",
    remedy: "households | where size > 3 and class = poor")

  static let foreignOr = CatalogueEntry(
    .usage, Localized(en: "`||` is written `or`", vi: "`||` viết là `or`"),
    explanation: Localized(
      en: "Conditions are joined by the words `and`, `or` and `not`; a single `|` begins a stage.",
      vi: "Các điều kiện ghép bằng `and`, `or` và `not`; một dấu `|` mở đầu một bước."),
    example: "households | where size > 3 || class = poor",
    remedy: "households | where size > 3 or class = poor")

  static let foreignNot = CatalogueEntry(
    .usage, Localized(en: "`!` is written `not`", vi: "`!` viết là `not`"),
    explanation: Localized(
      en: "A condition is denied by the word `not`; `!=` and `!~` are signs of their own.",
      vi: "Phủ định điều kiện bằng `not`; `!=` và `!~` là dấu riêng."),
    example: "members | where !insured", remedy: "members | where not insured")

  static let foreignNull = CatalogueEntry(
    .usage, Localized(en: "what is not known is `missing`", vi: "giá trị không biết gọi là `missing`"),
    explanation: Localized(
      en:
        "A value that is not known is `missing`, and `x is missing` asks for it. Comparing with it by `=` would leave "
        + "every row undetermined.",
      vi:
        "Giá trị không biết là `missing`, và hỏi bằng `x is missing`. So sánh bằng `=` sẽ khiến mọi dòng không xác "
        + "định."),
    example: "households | where income = null", remedy: "households | where income is missing")

  static let foreignModulo = CatalogueEntry(
    .usage, Localized(en: "the remainder is written `mod`", vi: "phép lấy dư viết là `mod`"),
    explanation: Localized(
      en:
        "`%` right behind a number makes it a percentage (`5%`); the remainder of a division is `10 mod 3`.",
      vi: "`%` viết liền sau số là phần trăm (`5%`); số dư của phép chia là `10 mod 3`."),
    example: "10 % 3", remedy: "10 mod 3")
}
