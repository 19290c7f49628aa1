import Source

/// Errors about standards and rules: the law as data.
package enum StandardCode: String, CaseIterable, DiagnosticCode {
  case unknownStandard = "N0801"
  case noneInForce = "N0802"
  case severalInForce = "N0803"
  case notInForce = "N0804"
  case noClass = "N0805"
  case unreachableClass = "N0806"
  case clauseTwice = "N0807"
  case noCondition = "N0808"
  case noCitation = "N0809"
  case testFailed = "N0810"
  case notSupposable = "N0811"
  case noStandards = "N0812"
  case noEligibility = "N0813"
  case unlikeStandards = "N0819"

  package var entry: CatalogueEntry {
    switch self {
    case .unknownStandard, .noneInForce, .severalInForce, .notInForce, .noStandards, .unlikeStandards:
      choiceEntry
    case .noClass, .unreachableClass, .clauseTwice, .noCondition, .noEligibility, .noCitation, .testFailed:
      clauseEntry
    case .notSupposable:
      CatalogueEntry(
        .usage,
        Localized(
          en:
            "{name} cannot be supposed: it is no fact of a row, of the rows behind a link, nor of the standard",
          vi: "không giả định được {name}: không phải dữ kiện của dòng, của dòng con hay của chuẩn"),
        explanation: Localized(
          en:
            "`suppose` puts a value in the place of a stored fact, of a value of the standard, or of a parameter.",
          vi: "`suppose` đặt giá trị thay cho dữ kiện đã ghi, giá trị của chuẩn, hoặc tham số."),
        example: "households | suppose commune.name = \"Trà Mai\" | count",
        remedy: "households | suppose income = income + 200_000 | count by assessed")
    }
  }

  private var choiceEntry: CatalogueEntry {
    switch self {
    case .unknownStandard:
      CatalogueEntry(
        .usage, Localized(en: "there is no standard {name}", vi: "không có chuẩn {name}"),
        explanation: Localized(
          en: "A standard is shipped, or written in the script or a file that it includes.",
          vi: "Chuẩn có sẵn, hoặc được viết trong kịch bản hay tệp nạp vào."),
        example: "households | count by assessed under decree_7",
        remedy: "households | count by assessed under decree_07_2021")
    case .noneInForce:
      CatalogueEntry(
        .usage,
        Localized(en: "no standard is in force on {date}", vi: "ngày {date} không có chuẩn nào hiệu lực"),
        explanation: Localized(
          en: "Each date has one standard. Name one with `under`, or in snapshot.yaml.",
          vi: "Mỗi ngày có một chuẩn. Hãy nêu tên bằng `under`, hoặc trong snapshot.yaml."),
        example: "", remedy: "households under decree_07_2021 | count by assessed")
    case .severalInForce:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{first} and {second} are both in force on {date}",
          vi: "{first} và {second} cùng hiệu lực ngày {date}"),
        explanation: Localized(
          en: "Two standards of one place may not overlap; which is meant, only the law can say.",
          vi: "Hai chuẩn của một nơi không được chồng nhau; chỉ văn bản mới nói rõ chuẩn nào."),
        example: "", remedy: "households under decree_07_2021 | count by assessed")
    case .notInForce:
      CatalogueEntry(
        .success,
        Localized(
          en: "{name} is not in force on {date}, the date of {snapshot}",
          vi: "{name} không hiệu lực ngày {date}, là ngày của {snapshot}"),
        explanation: Localized(
          en: "To ask what another law would say is allowed; the result is not an official one.",
          vi: "Được phép hỏi theo chuẩn khác; kết quả không phải kết quả chính thức."),
        example: "households | count by assessed under decree_351_2025",
        remedy: "households | count by assessed under decree_07_2021")
    case .unlikeStandards:
      CatalogueEntry(
        .success,
        Localized(
          en: "{from} is assessed under {before}, {to} under {after}",
          vi: "{from} được đánh giá theo {before}, {to} theo {after}"),
        explanation: Localized(
          en:
            "A series that crosses a change of the law is broken there: name one standard for both with `under`.",
          vi: "Chuỗi số liệu qua lần đổi chuẩn bị đứt tại đó: hãy nêu một chuẩn cho cả hai bằng `under`."),
        example: "",
        remedy: "households under decree_07_2021 | count by assessed | compare from previous to current")
    default:
      CatalogueEntry(
        .usage,
        Localized(
          en: "standards give {name} to households, not to {entity}",
          vi: "chuẩn nghèo cho {name} của hộ, không của {entity}"),
        explanation: Localized(
          en: "Standards assess the population of the model; other rows reach it by a link.",
          vi: "Chuẩn đánh giá đối tượng chính của mô hình; dòng khác đi tới đó bằng liên kết."),
        example: "members | count by assessed", remedy: "members | count by household.assessed")
    }
  }

  private var clauseEntry: CatalogueEntry {
    switch self {
    case .noClass:
      CatalogueEntry(
        .usage, Localized(en: "the standard {name} has no class", vi: "chuẩn {name} không có hạng nào"),
        explanation: Localized(
          en: "A standard says who belongs to which class: `class poor when …`.",
          vi: "Chuẩn phải nói ai thuộc hạng nào: `class poor when …`."),
        example: "standard mine \"Mine\"\n  cites \"Art. 1\"\nend",
        remedy:
          "standard mine \"Mine\"\n  cites \"Art. 1\"\n  class poor when income < 1_000_000 cites \"Art. 1\"\n"
          + "  class other otherwise\nend")
    case .unreachableClass:
      CatalogueEntry(
        .usage,
        Localized(en: "no household can reach the class {name}", vi: "không hộ nào có thể vào hạng {name}"),
        explanation: Localized(
          en: "Classes are tried in order; one after `otherwise` is never tried.",
          vi: "Các hạng được xét lần lượt; hạng sau `otherwise` không bao giờ được xét."),
        example: "standard mine\n  cites \"Art. 1\"\n  class other otherwise\n"
          + "  class poor when income < 1_000_000 cites \"Art. 1\"\nend",
        remedy: "standard mine\n  cites \"Art. 1\"\n  class poor when income < 1_000_000 cites \"Art. 1\"\n"
          + "  class other otherwise\nend")
    case .clauseTwice:
      CatalogueEntry(
        .usage,
        Localized(en: "{name} stands twice in the standard", vi: "{name} xuất hiện hai lần trong chuẩn"),
        explanation: Localized(
          en: "Parameters, definitions and indicators of a standard share one set of names.",
          vi: "Tham số, định nghĩa và chỉ số của một chuẩn dùng chung một tập tên."),
        example:
          "standard mine\n  cites \"Art. 1\"\n  parameter a = 1\n  let a = 2\n  class other otherwise\nend",
        remedy:
          "standard mine\n  cites \"Art. 1\"\n  parameter a = 1\n  let b = 2\n  class other otherwise\nend")
    case .noCondition:
      CatalogueEntry(
        .usage,
        Localized(
          en: "the indicator {name} does not say when a household lacks it",
          vi: "chỉ số {name} không nói khi nào hộ bị thiếu hụt"),
        explanation: Localized(
          en: "Each indicator has a `lacking when` clause.", vi: "Mỗi chỉ số cần mệnh đề `lacking when`."),
        example: "standard mine\n  cites \"Art. 1\"\n  indicator water \"Nước\" cites \"Art. 1\"\n"
          + "  class other otherwise\nend",
        remedy:
          "standard mine\n  cites \"Art. 1\"\n  indicator water \"Nước\" cites \"Art. 1\"\n    lacking when water_source in (surface, unprotected)\n"
          + "  class other otherwise\nend")
    case .noEligibility:
      CatalogueEntry(
        .usage,
        Localized(
          en: "the rule {name} does not say who is eligible", vi: "quy tắc {name} không nói ai đủ điều kiện"),
        explanation: Localized(
          en: "A rule has one `eligible when` clause.", vi: "Mỗi quy tắc có một mệnh đề `eligible when`."),
        example: "rule mine for project DA6\n  cites \"Điều 1\"\n  remedies water\nend",
        remedy:
          "rule mine for project DA6\n  cites \"Điều 1\"\n  eligible when household.class = poor\n"
          + "  remedies water\nend")
    case .noCitation:
      CatalogueEntry(
        .success,
        Localized(en: "{name} cites no article", vi: "{name} không dẫn điều khoản nào"),
        explanation: Localized(
          en: "Whoever explains a class reads the article beside it.",
          vi: "Người giải thích cần điều khoản bên cạnh."),
        example: "standard mine\n  class other otherwise\nend",
        remedy: "standard mine\n  cites \"Quyết định 1\"\n  class other otherwise\nend")
    default:
      CatalogueEntry(
        .expectationFailed,
        Localized(
          en: "the standard {standard} fails its test “{name}”: {found}",
          vi: "chuẩn {standard} không qua phép thử “{name}”: {found}"),
        explanation: Localized(
          en: "The tests of a standard run with `nep check` and with the suite.",
          vi: "Phép thử của chuẩn chạy cùng `nep check` và bộ kiểm thử."),
        example:
          "standard mine\n  cites \"Art. 1\"\n  class poor when income < 10 cites \"Art. 1\"\n  class other otherwise\n"
          + "  test \"ten\" { income = 10 } is poor\nend",
        remedy:
          "standard mine\n  cites \"Art. 1\"\n  class poor when income <= 10 cites \"Art. 1\"\n  class other otherwise\n"
          + "  test \"ten\" { income = 10 } is poor\nend")
    }
  }
}
