import Plan
import Source

/// What stands after `|`.
extension LanguageForms {
  package static let stages: [Form] = rowStages + columnStages + groupStages + laterStages

  private static let rowStages: [Form] = [
    form(
      "where", "where COND",
      en: "keeps the rows for which the condition is true; counts those where it is undetermined",
      vi: "giữ các dòng thỏa điều kiện; đếm các dòng chưa xác định"),
    form(
      "sort", "sort [by] EXPR [desc], …", en: "in this order; ties keep theirs, missing values come last",
      vi: "sắp xếp; bằng nhau giữ thứ tự cũ, thiếu xếp cuối"),
    form(
      "take", "take N [per KEY, …]  take A..B [per KEY, …]", en: "the first rows, or those from A to B",
      vi: "các dòng đầu, hoặc từ A đến B"),
    form(
      "top", "top N by EXPR [per KEY, …]",
      en: "the rows with the largest values; the ledger says how many were cut in a tie",
      vi: "các dòng có giá trị lớn nhất; nhật ký cho biết bao nhiêu dòng bằng nhau bị cắt"),
    form(
      "bottom", "bottom N by EXPR [per KEY, …]", en: "the rows with the smallest values",
      vi: "các dòng có giá trị nhỏ nhất"),
    form(
      "distinct", "distinct  distinct EXPR, …",
      en: "unlike rows, or unlike combinations, in the order of their first",
      vi: "các dòng, hoặc tổ hợp, khác nhau, theo thứ tự gặp đầu tiên"),
    form(
      "sample", "sample N [seed S]", en: "so many rows by lot; the same seed draws the same",
      vi: "lấy mẫu ngẫu nhiên; cùng hạt giống cho cùng mẫu"),
    form(
      "expand", "expand LINK  expand SET", en: "one row for each child, or each element",
      vi: "mỗi đối tượng con, hoặc phần tử, một dòng"),
    form(
      "append", "append (PIPELINE)", en: "its rows below these, columns by name",
      vi: "nối các dòng của nó bên dưới, cột theo tên"),
  ]

  private static let columnStages: [Form] = [
    form(
      "derive", "derive EXPR as NAME, …", en: "adds columns; later ones may use earlier ones",
      vi: "thêm cột; cột sau dùng được cột trước"),
    form(
      "select", "select EXPR [as NAME], …", en: "these columns only", vi: "chỉ các cột này"),
    form("drop", "drop NAME, …", en: "all but these columns", vi: "bỏ các cột này"),
    form("rename", "rename A as B, …", en: "other names for columns", vi: "đổi tên cột"),
    form(
      "describe", "describe",
      en: "a row for each column: type, unit, known, missing, distinct, min, mean, median, max, top values",
      vi:
        "mỗi cột một dòng: kiểu, đơn vị, đã biết, thiếu, khác nhau, nhỏ nhất, trung bình, trung vị, lớn nhất, hay gặp"
    ),
    form(
      "save", "save \"FILE\"", en: "writes the rows to a file and passes them on",
      vi: "ghi các dòng ra tệp và chuyển tiếp"),
  ]

  private static let groupStages: [Form] = [
    form(
      "summarize", "summarize AGG [as NAME], … [CLAUSES]", en: "one row for each group; without `by` one row",
      vi: "mỗi nhóm một dòng; không có `by` thì một dòng"),
    form(
      "count", "count [CLAUSES]", en: "how many rows; without clauses one number",
      vi: "bao nhiêu dòng; không có mệnh đề thì một số"),
    form(
      "compare", "compare from A to B",
      en: "runs the stages above in both snapshots and sets the results side by side",
      vi: "chạy các bước trên ở cả hai bộ dữ liệu và đặt kết quả cạnh nhau"),
    form(
      "movement", "movement of F = U [beside V] from A to B [CLAUSES] [listed]",
      en: "who entered and left a value between two snapshots, in households and persons",
      vi: "diễn biến vào, ra một giá trị giữa hai thời điểm, tính theo hộ và nhân khẩu"),
    form(
      "transition", "transition of F from A to B [CLAUSES]",
      en: "how many moved from each value to each between two snapshots",
      vi: "bao nhiêu chuyển từ giá trị này sang giá trị kia giữa hai thời điểm"),
  ]

  private static let laterStages: [Form] = [
    form(
      "suppose", "suppose FACT = EXPR, …  suppose LINK.FACT = EXPR  suppose PARAMETER.VALUE = EXPR",
      en: "what the stages after it would give, were that so; every result of it is marked WHAT-IF",
      vi: "các bước sau cho gì nếu như vậy; mọi kết quả đều mang dấu WHAT-IF (giả định)"),
    form(
      "mpi", "mpi [of (C, …)] k = K [weights by service | weights (NAME = W, …)] [with indicators] [CLAUSES]",
      en: "the Alkire–Foster measures H, A and M0 of the standard's indicators, or of conditions; "
        + "K is `3`, `1/3`, `33%`, `2..6`, or `in (20%, 1/3)`",
      vi: "các thước đo Alkire–Foster H, A và M0 của các chỉ số theo chuẩn, hoặc của các điều kiện; "
        + "K là `3`, `1/3`, `33%`, `2..6`, hoặc `in (20%, 1/3)`"),
    later("ways", "ways out"),
    later("chart", "chart KIND …"),
    later("layout", "layout COLUMN, …"),
  ]
}
