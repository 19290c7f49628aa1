import Source

/// The functions of one row, each declared here once; help, completion, the resolver and the executor read this.
package enum ScalarFunction: String, CaseIterable, Sendable {
  case abs, round, floor, ceil, min, max, exp, ln, log10, sqrt
  case lower, upper, trim, length, left, right, word
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case contains, replace, fold
  case year, month, day, quarter, date, bin, cut
  case yearsBetween = "years_between"
  case monthsBetween = "months_between"

  package var declaration: BuiltinDeclaration {
    switch self {
    case .abs: BuiltinDeclaration("abs(x)", Localized(en: "without its sign", vi: "trị tuyệt đối"))
    case .round:
      BuiltinDeclaration(
        "round(x, digits)", Localized(en: "rounded, halves away from zero", vi: "làm tròn, nửa xa số không"))
    case .floor: BuiltinDeclaration("floor(x)", Localized(en: "the whole number below", vi: "làm tròn xuống"))
    case .ceil: BuiltinDeclaration("ceil(x)", Localized(en: "the whole number above", vi: "làm tròn lên"))
    case .min: BuiltinDeclaration("min(a, b)", Localized(en: "the lesser of two", vi: "số nhỏ hơn"))
    case .max: BuiltinDeclaration("max(a, b)", Localized(en: "the greater of two", vi: "số lớn hơn"))
    case .exp: BuiltinDeclaration("exp(x)", Localized(en: "e to the power x", vi: "e mũ x"))
    case .ln: BuiltinDeclaration("ln(x)", Localized(en: "the natural logarithm", vi: "logarit tự nhiên"))
    case .log10:
      BuiltinDeclaration("log10(x)", Localized(en: "the decimal logarithm", vi: "logarit thập phân"))
    case .sqrt: BuiltinDeclaration("sqrt(x)", Localized(en: "the square root", vi: "căn bậc hai"))
    case .lower: BuiltinDeclaration("lower(text)", Localized(en: "in small letters", vi: "chữ thường"))
    case .upper: BuiltinDeclaration("upper(text)", Localized(en: "in capitals", vi: "chữ hoa"))
    case .trim:
      BuiltinDeclaration(
        "trim(text)", Localized(en: "without spaces at its ends", vi: "bỏ khoảng trắng hai đầu"))
    case .length:
      BuiltinDeclaration(
        "length(text)  length(set)",
        Localized(en: "how many letters, or elements", vi: "số chữ, hoặc số phần tử"))
    case .left: BuiltinDeclaration("left(text, n)", Localized(en: "the first n letters", vi: "n chữ đầu"))
    case .right: BuiltinDeclaration("right(text, n)", Localized(en: "the last n letters", vi: "n chữ cuối"))
    case .word:
      BuiltinDeclaration(
        "word(text, n)",
        Localized(en: "the nth word, from the end where n < 0", vi: "từ thứ n, đếm từ cuối khi n < 0"))
    case .startsWith:
      BuiltinDeclaration("starts_with(text, part)", Localized(en: "whether it begins so", vi: "bắt đầu bằng"))
    case .endsWith:
      BuiltinDeclaration("ends_with(text, part)", Localized(en: "whether it ends so", vi: "kết thúc bằng"))
    case .contains:
      BuiltinDeclaration(
        "contains(text, part)", Localized(en: "whether it holds the part, exactly", vi: "chứa, đúng từng chữ")
      )
    case .replace:
      BuiltinDeclaration("replace(text, a, b)", Localized(en: "with b for every a", vi: "thay a bằng b"))
    case .fold:
      BuiltinDeclaration("fold(text)", Localized(en: "without case and marks", vi: "bỏ dấu và hoa thường"))
    case .year: BuiltinDeclaration("year(date)", Localized(en: "its year", vi: "năm"))
    case .month: BuiltinDeclaration("month(date)", Localized(en: "its month, 1 to 12", vi: "tháng, 1 đến 12"))
    case .day: BuiltinDeclaration("day(date)", Localized(en: "its day of the month", vi: "ngày trong tháng"))
    case .quarter:
      BuiltinDeclaration("quarter(date)", Localized(en: "its quarter, 1 to 4", vi: "quý, 1 đến 4"))
    case .date:
      BuiltinDeclaration(
        "date(y, m, d)",
        Localized(en: "the date, missing where there is none", vi: "ngày, thiếu nếu không có"))
    case .bin:
      BuiltinDeclaration(
        "bin(date, month)  bin(x, width)",
        Localized(
          en: "the first day of its month, quarter or year; the lower end of its band",
          vi: "ngày đầu tháng, quý hoặc năm; đầu dưới của khoảng"))
    case .cut:
      BuiltinDeclaration(
        "cut(x, a, b, …)", Localized(en: "its band between bounds", vi: "khoảng giữa các mốc"))
    case .yearsBetween:
      BuiltinDeclaration("years_between(a, b)", Localized(en: "completed years", vi: "số năm tròn"))
    case .monthsBetween:
      BuiltinDeclaration("months_between(a, b)", Localized(en: "completed months", vi: "số tháng tròn"))
    }
  }

  package var arity: ClosedRange<Int> {
    switch self {
    case .round: 1...2
    case .min, .max, .left, .right, .word, .startsWith, .endsWith, .contains, .bin, .yearsBetween,
      .monthsBetween:
      2...2
    case .replace, .date: 3...3
    case .cut: 2...64
    default: 1...1
    }
  }
}

/// The functions over all rows of a stage that give each row a value.
package enum RowFunction: String, CaseIterable, Sendable {
  case rank, ntile, running, number, apportion

  package var declaration: BuiltinDeclaration {
    switch self {
    case .rank:
      BuiltinDeclaration(
        "rank(x [desc] [per K])",
        Localized(en: "its place, ties share the smaller", vi: "thứ hạng, bằng nhau lấy số nhỏ"))
    case .ntile:
      BuiltinDeclaration(
        "ntile(x, k [per K])", Localized(en: "its part of k by rank", vi: "thuộc phần nào trong k phần"))
    case .running:
      BuiltinDeclaration("running(x [per K])", Localized(en: "the sum so far", vi: "cộng dồn"))
    case .number:
      BuiltinDeclaration("number([per K])", Localized(en: "the number of the row", vi: "số thứ tự dòng"))
    case .apportion:
      BuiltinDeclaration(
        "apportion(x, n [per K])",
        Localized(
          en: "whole numbers in proportion to x that add up to n", vi: "chia n theo tỷ lệ x thành số nguyên"))
    }
  }
}
