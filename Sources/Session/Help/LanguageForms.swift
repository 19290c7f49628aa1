import Plan
import Source

/// The statements, stages and clauses of the language, each declared here once: help and the reference manual read this.
///
/// `Tests/DocumentTests` holds the words against those that the parser knows (`Keywords`).
package enum LanguageForms {
  /// A word of the language, and how it is written and what it means.
  package typealias Form = (name: String, declaration: BuiltinDeclaration)

  package static var all: [Form] { statements + stages + clauses }

  package static let statements: [Form] = [
    form(
      "let", "let NAME = PIPELINE  let NAME(x, …) = EXPR  let ENTITY.NAME = EXPR",
      en: "a view, value, aggregate or function; a computed field of an entity",
      vi: "đặt tên cho tập dòng, giá trị, phép gộp hoặc hàm; trường tính thêm của một loại đối tượng"),
    form(
      "param", "param NAME: TYPE [in LIMIT] [= DEFAULT] [\"HELP\"]",
      en: "a parameter of the script, used as `$NAME`, given as `--NAME VALUE`",
      vi: "tham số của kịch bản, dùng là `$TÊN`, nêu bằng `--TÊN GIÁ_TRỊ`"),
    form(
      "set", "set NAME = VALUE",
      en: "a setting from here on: snapshot, labels, language, decimals, format, rows, timing",
      vi: "thiết lập từ đây trở đi: snapshot, labels, language, decimals, format, rows, timing"),
    form(
      "use", "use \"PATH\" [as LABEL]", en: "loads a snapshot, or a table as rows of a name",
      vi: "nạp một bộ dữ liệu, hoặc một bảng làm các dòng có tên"),
    form(
      "include", "include \"FILE.nep\"", en: "the statements of another script in its place",
      vi: "các câu lệnh của kịch bản khác tại chỗ này"),
    form(
      "title", "title \"TEXT {EXPR}\"", en: "a heading; `{…}` holds an expression or a pipeline of one value",
      vi: "tiêu đề; `{…}` chứa biểu thức hoặc chuỗi xử lý cho một giá trị"),
    form(
      "text", "text \"\"\"MARKDOWN {EXPR}\"\"\"", en: "prose, with values in it",
      vi: "đoạn văn, có giá trị bên trong"),
    form(
      "expect", "expect COND [warn] [\"MESSAGE\"]",
      en: "a condition that must hold; where it fails its rows are shown and the status is 3",
      vi: "điều kiện phải đúng; nếu sai thì hiện các dòng vi phạm và mã thoát là 3"),
    later("for", "for each NAME in (PIPELINE) { STATEMENTS }"),
    later("output", "output \"FILE\""),
    form(
      "movement", "movement of …", en: "the stage alone, over `households`",
      vi: "bước này đứng một mình, trên `households`"),
    form(
      "transition", "transition of …", en: "the stage alone, over `households`",
      vi: "bước này đứng một mình, trên `households`"),
    later("explain", "explain household KEY [@LABEL] [under STANDARD] [full]"),
    form(
      "standard", "standard NAME [TITLE] CLAUSES end",
      en: "a law of who is poor, clause by clause: dates, place, parameters, indicators, classes, tests",
      vi: "chuẩn nghèo, từng mệnh đề: thời hạn, nơi áp dụng, tham số, chỉ số, hạng, phép thử"),
    later("rule", "rule NAME … end"),
  ]

  package static let clauses: [Form] = [
    form(
      "by", "by KEY [as NAME], …", en: "one row for each combination of the keys, in their order",
      vi: "mỗi tổ hợp khóa một dòng, theo thứ tự khóa"),
    form(
      "across", "across KEY [as NAME]", en: "a column for each value of the key, in the order of its type",
      vi: "mỗi giá trị của khóa một cột, theo thứ tự của kiểu"),
    form(
      "weighted", "weighted by W",
      en: "as if each row stood W times; rows without W are left out and counted",
      vi: "như thể mỗi dòng lặp W lần; dòng thiếu W bị bỏ ra và được đếm"),
    form(
      "with", "with totals  with subtotals  with share  with share per KEY  with empty",
      en: "a total row, a row above each group, parts of the whole or of a group, values without rows",
      vi: "dòng tổng, dòng cộng trên mỗi nhóm, tỷ trọng trong tổng hoặc trong nhóm, giá trị không có dòng"),
  ]

  static func form(_ name: String, _ signature: String, en: String, vi: String) -> Form {
    (name, BuiltinDeclaration(signature, Localized(en: en, vi: vi)))
  }

  /// A form that is read, and refused by name until it is built.
  static func later(_ name: String, _ signature: String) -> Form {
    form(
      name, signature, en: "in the contract; not built in this version",
      vi: "có trong hợp đồng; phiên bản này chưa có")
  }
}
