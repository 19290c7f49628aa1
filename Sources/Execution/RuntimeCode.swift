import Source

/// Errors that only the data can raise.
package enum RuntimeCode: String, CaseIterable, DiagnosticCode {
  case integerOverflow = "N0501"
  case tooManyGroups = "N0502"
  case negativeWeight = "N0503"
  case interrupted = "N0504"
  case badArgument = "N0505"

  package var entry: CatalogueEntry {
    switch self {
    case .integerOverflow:
      CatalogueEntry(
        .failure,
        Localized(en: "{text} leaves the range of whole numbers", vi: "{text} vượt giới hạn số nguyên"),
        explanation: Localized(
          en:
            "Whole numbers have 64 bits, and nothing wraps. Multiply by a decimal (`* 1.0`) to go on with decimals.",
          vi:
            "Số nguyên có 64 bit và không quay vòng. Nhân với số thập phân (`* 1.0`) để tính tiếp bằng số thập phân."
        ),
        example: "households | derive income * 10_000_000_000_000 as huge | select huge",
        remedy: "households | derive income * 1.0 * 10_000_000_000_000 as huge | select huge")
    case .tooManyGroups:
      CatalogueEntry(
        .failure,
        Localized(en: "{text} would make {count} columns", vi: "{text} sẽ tạo {count} cột"),
        explanation: Localized(
          en: "`across` makes a column of each value; with so many, use `by` instead.",
          vi: "`across` tạo mỗi giá trị một cột; nhiều như vậy thì dùng `by`."),
        example: "", remedy: "")
    case .negativeWeight:
      CatalogueEntry(
        .failure,
        Localized(en: "a weight is negative", vi: "có trọng số âm"),
        explanation: Localized(
          en: "`weighted by W` takes weights of zero and more.",
          vi: "`weighted by W` chỉ nhận trọng số không âm."),
        example: "households | summarize count() weighted by -1 * size",
        remedy: "households | summarize count() weighted by size")
    case .interrupted:
      CatalogueEntry(
        .interrupted,
        Localized(en: "interrupted", vi: "đã dừng theo yêu cầu"),
        explanation: Localized(
          en: "Ctrl-C stopped the statement; the session and `it` are as they were.",
          vi: "Ctrl-C đã dừng lệnh; phiên và `it` vẫn như trước."))
    case .badArgument:
      CatalogueEntry(
        .failure,
        Localized(
          en: "{text} takes one value for all rows here", vi: "{text} cần một giá trị chung cho mọi dòng"),
        explanation: Localized(
          en:
            "The p of quantile, the e of atkinson and the bounds of quantile_share do not differ from row to row.",
          vi: "p của quantile, e của atkinson và các mốc của quantile_share không đổi theo dòng."),
        example: "households | summarize quantile(income, size)",
        remedy: "households | summarize quantile(income, 0.5)")
    }
  }
}
