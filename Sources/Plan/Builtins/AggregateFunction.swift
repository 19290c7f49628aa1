import Source

/// The aggregates of the language, each declared here once; help, completion, the resolver and the executor read this.
package enum AggregateFunction: String, CaseIterable, Sendable {
  case count, distinct, sum, mean, median, min, max, stddev, variance, mode, gini, theil, first, last, list
  case quantile, atkinson
  case quantileShare = "quantile_share"
  case fgt
  case povertyGap = "poverty_gap"
  case share, correlation, any, all, none

  /// How the call is written, and what it gives.
  package var declaration: BuiltinDeclaration {
    switch self {
    case .count:
      BuiltinDeclaration(
        "count()  count(x)  count(where C)  count(ROWS where C)",
        Localized(
          en: "how many rows, or how many known values",
          vi: "bao nhiêu dòng, hoặc bao nhiêu giá trị đã biết"))
    case .distinct:
      BuiltinDeclaration(
        "distinct(x)", Localized(en: "how many different values", vi: "bao nhiêu giá trị khác nhau"))
    case .sum:
      BuiltinDeclaration("sum(x)  sum(ROWS where C, x)", Localized(en: "the sum", vi: "tổng"))
    case .mean:
      BuiltinDeclaration(
        "mean(x)", Localized(en: "the mean of known values", vi: "trung bình các giá trị đã biết"))
    case .median:
      BuiltinDeclaration("median(x)", Localized(en: "the middle value", vi: "trung vị"))
    case .min: BuiltinDeclaration("min(x)", Localized(en: "the least value", vi: "giá trị nhỏ nhất"))
    case .max: BuiltinDeclaration("max(x)", Localized(en: "the greatest value", vi: "giá trị lớn nhất"))
    case .stddev:
      BuiltinDeclaration(
        "stddev(x)", Localized(en: "standard deviation, by n − 1", vi: "độ lệch chuẩn, chia n − 1"))
    case .variance:
      BuiltinDeclaration("variance(x)", Localized(en: "variance, by n − 1", vi: "phương sai, chia n − 1"))
    case .mode:
      BuiltinDeclaration("mode(x)", Localized(en: "the commonest value", vi: "giá trị gặp nhiều nhất"))
    case .gini: BuiltinDeclaration("gini(x)", Localized(en: "the Gini index", vi: "hệ số Gini"))
    case .theil: BuiltinDeclaration("theil(x)", Localized(en: "Theil's T index", vi: "chỉ số Theil T"))
    case .first:
      BuiltinDeclaration(
        "first(x)  first(ROWS where C by KEY desc, x)",
        Localized(en: "the first known value", vi: "giá trị đã biết đầu tiên"))
    case .last:
      BuiltinDeclaration("last(x)", Localized(en: "the last known value", vi: "giá trị đã biết cuối cùng"))
    case .list:
      BuiltinDeclaration(
        "list(x)", Localized(en: "the known values in row order", vi: "các giá trị đã biết theo thứ tự dòng"))
    case .quantile:
      BuiltinDeclaration(
        "quantile(x, p)", Localized(en: "the value below which a part p lies", vi: "phân vị p"))
    case .atkinson:
      BuiltinDeclaration(
        "atkinson(x, e)", Localized(en: "Atkinson's index at aversion e", vi: "chỉ số Atkinson với hệ số e"))
    case .quantileShare:
      BuiltinDeclaration(
        "quantile_share(x, a, b)",
        Localized(
          en: "the part of the sum that falls to the quantiles a to b",
          vi: "phần của tổng thuộc phân vị a đến b"))
    case .fgt:
      BuiltinDeclaration(
        "fgt(x, line, a)",
        Localized(en: "the Foster-Greer-Thorbecke measure", vi: "chỉ số Foster-Greer-Thorbecke"))
    case .povertyGap:
      BuiltinDeclaration(
        "poverty_gap(x, line)", Localized(en: "fgt(x, line, 1)", vi: "khoảng cách nghèo: fgt(x, line, 1)"))
    case .share:
      BuiltinDeclaration(
        "share(C)  share(ROWS, C)",
        Localized(
          en: "rows where C is true over rows where it is known", vi: "tỷ lệ dòng đúng C trên số dòng biết C")
      )
    case .correlation:
      BuiltinDeclaration(
        "correlation(x, y)", Localized(en: "Pearson's correlation", vi: "tương quan Pearson"))
    case .any:
      BuiltinDeclaration(
        "any(C)  any(ROWS where C)", Localized(en: "whether one is true", vi: "có ít nhất một đúng"))
    case .all:
      BuiltinDeclaration(
        "all(C)  all(ROWS, C)", Localized(en: "whether every one is true", vi: "tất cả đều đúng"))
    case .none:
      BuiltinDeclaration(
        "none(C)  none(ROWS where C)", Localized(en: "whether not one is true", vi: "không có cái nào đúng"))
    }
  }

  /// How many arguments follow the rows: the least and the most.
  package var arity: ClosedRange<Int> {
    switch self {
    case .count, .any, .none: 0...1
    case .quantile, .atkinson, .povertyGap, .correlation: 2...2
    case .quantileShare, .fgt: 3...3
    default: 1...1
    }
  }

  /// Whether a weight changes it (language.md, section 5: the others take none).
  package var takesWeight: Bool {
    switch self {
    case .min, .max, .first, .last, .list, .distinct, .mode, .any, .all, .none: false
    default: true
    }
  }
}
