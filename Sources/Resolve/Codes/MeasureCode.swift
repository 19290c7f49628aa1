import Source

/// Errors about `mpi`: cutoffs, weights and indicators.
package enum MeasureCode: String, CaseIterable, DiagnosticCode {
  case cutoffForm = "N0851"
  case cutoffRange = "N0852"
  case countOfUnequal = "N0853"
  case unknownIndicator = "N0854"
  case weightForm = "N0855"
  case twice = "N0856"
  case noService = "N0857"
  case noShare = "N0858"
  case indicatorsDiffer = "N0859"
  case weightsTooFine = "N0860"
  case tooManyIndicators = "N0861"

  package var entry: CatalogueEntry {
    switch self {
    case .cutoffForm, .cutoffRange, .countOfUnequal: cutoffEntry
    case .weightForm, .twice, .noService, .weightsTooFine: weightEntry
    case .unknownIndicator, .noShare, .indicatorsDiffer, .tooManyIndicators: indicatorEntry
    }
  }

  private var cutoffEntry: CatalogueEntry {
    switch self {
    case .cutoffForm:
      CatalogueEntry(
        .usage,
        Localized(
          en: "k is a number of lacks, a fraction or a per cent, and {text} is none of them",
          vi: "k là số chỉ số thiếu hụt, phân số hoặc phần trăm; {text} không phải loại nào"),
        explanation: Localized(
          en: "`k = 3`, `k = 1/3`, `k = 33%`; several as `k = 2..6` (numbers of lacks) or `k in (20%, 1/3)`.",
          vi:
            "`k = 3`, `k = 1/3`, `k = 33%`; nhiều giá trị: `k = 2..6` (số thiếu hụt) hoặc `k in (20%, 1/3)`."
        ),
        example: "households | mpi of (size > 3 as a, size > 4 as b) k = size",
        remedy: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/3")
    case .cutoffRange:
      CatalogueEntry(
        .usage,
        Localized(
          en: "k = {text} is out of range: {range}", vi: "k = {text} ngoài khoảng: {range}"),
        explanation: Localized(
          en:
            "A number of lacks goes from 1 to as many as there are indicators, a part from above 0 to 100%.",
          vi: "Số thiếu hụt từ 1 đến số chỉ số; tỷ lệ thì trên 0 và không quá 100%."),
        example: "households | mpi of (size > 3 as a, size > 4 as b) k = 3",
        remedy: "households | mpi of (size > 3 as a, size > 4 as b) k = 2")
    default:
      CatalogueEntry(
        .usage,
        Localized(
          en: "k = {text} counts lacks, and that needs equal weights",
          vi: "k = {text} là đếm số thiếu hụt nên cần các trọng số bằng nhau"),
        explanation: Localized(
          en: "Under unequal weights a cutoff is a part of the whole weight: `k = 1/3`, `k = 40%`.",
          vi: "Khi trọng số khác nhau, k là phần của tổng trọng số: `k = 1/3`, `k = 40%`."),
        example: "households | mpi of (size > 3 as a, size > 4 as b) k = 1 weights (a = 2)",
        remedy: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 weights (a = 2)")
    }
  }

  private var weightEntry: CatalogueEntry {
    switch self {
    case .weightForm:
      CatalogueEntry(
        .usage,
        Localized(
          en: "a weight is a number or fraction that is not negative, and some weigh more than 0: {text}",
          vi: "trọng số là số hoặc phân số không âm, và phải có trọng số lớn hơn 0: {text}"),
        explanation: Localized(
          en: "`weights (employment = 2, water = 1/2)`; an indicator that is not named weighs 1.",
          vi: "`weights (employment = 2, water = 1/2)`; chỉ số không nêu tên có trọng số 1."),
        example: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 weights (a = -1)",
        remedy: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 weights (a = 2)")
    case .twice:
      CatalogueEntry(
        .usage, Localized(en: "{name} stands twice", vi: "{name} xuất hiện hai lần"),
        explanation: Localized(
          en: "Each indicator has one weight, and each cutoff gives its rows once.",
          vi: "Mỗi chỉ số có một trọng số, mỗi ngưỡng k cho kết quả một lần."),
        example: "households | mpi of (size > 3 as a, size > 4 as b) k in (1/2, 1/2)",
        remedy: "households | mpi of (size > 3 as a, size > 4 as b) k in (1/3, 1/2)")
    case .noService:
      CatalogueEntry(
        .usage, Localized(en: "{name} belongs to no service", vi: "{name} không thuộc dịch vụ nào"),
        explanation: Localized(
          en: "`weights by service` needs `of service NAME` at each indicator of the standard.",
          vi: "`weights by service` cần `of service TÊN` ở mỗi chỉ số của chuẩn."),
        example: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 weights by service",
        remedy: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 weights (a = 2)")
    default:
      CatalogueEntry(
        .usage,
        Localized(
          en: "these weights have no common denominator that could be computed with",
          vi: "các trọng số này không có mẫu số chung đủ nhỏ để tính"),
        explanation: Localized(
          en: "Weights are brought to whole numbers, whose sum stays below 2 147 483 648.",
          vi: "Trọng số được quy về số nguyên có tổng dưới 2 147 483 648."),
        example: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 weights (a = 3_000_000_000)",
        remedy: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 weights (a = 3)")
    }
  }

  private var indicatorEntry: CatalogueEntry {
    switch self {
    case .unknownIndicator:
      CatalogueEntry(
        .usage, Localized(en: "{standard} has no indicator {name}", vi: "{standard} không có chỉ số {name}"),
        explanation: Localized(
          en: "Weights name the indicators of the standard in force, or the columns after `of`.",
          vi: "Trọng số nêu tên chỉ số của chuẩn đang hiệu lực, hoặc các cột sau `of`."),
        example: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 weights (c = 2)",
        remedy: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 weights (b = 2)")
    case .noShare:
      CatalogueEntry(
        .usage,
        Localized(
          en: "`share` takes parts of counts and sums, and `mpi` has none",
          vi: "`share` lấy phần của số đếm và tổng; `mpi` không có"),
        explanation: Localized(
          en: "H, A and M0 are parts already; `mpi` takes `totals`, `subtotals`, `empty` and `indicators`.",
          vi: "H, A và M0 đã là tỷ lệ; `mpi` nhận `totals`, `subtotals`, `empty` và `indicators`."),
        example: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 by district with share",
        remedy: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2 by district with totals")
    case .indicatorsDiffer:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{first} and {second} hold for unlike places and have unlike indicators",
          vi: "{first} và {second} áp dụng cho các nơi khác nhau với chỉ số khác nhau"),
        explanation: Localized(
          en: "Scores over unlike indicators do not compare: name one standard with `under`.",
          vi: "Điểm trên các bộ chỉ số khác nhau không so được: hãy nêu một chuẩn bằng `under`."),
        example: "", remedy: "households under decree_07_2021 | mpi k = 1/3")
    default:
      CatalogueEntry(
        .usage,
        Localized(en: "`mpi` takes at most {limit} indicators", vi: "`mpi` nhận nhiều nhất {limit} chỉ số"),
        explanation: Localized(
          en: "What a row lacks is kept as one set of 64 elements.",
          vi: "Các thiếu hụt của một dòng được giữ trong một tập 64 phần tử."),
        example: "", remedy: "households | mpi of (size > 3 as a, size > 4 as b) k = 1/2")
    }
  }
}
