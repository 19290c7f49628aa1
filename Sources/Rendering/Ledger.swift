import Results
import Source

/// The account of rows as lines of text, one an entry (language.md section 7).
///
/// The words follow the language, and so do the digits (`1,204`, `1.204`); stage and field names stay as queries
/// write them. What did not happen is left out: `undetermined 0`, an aggregate that skipped nothing, a cut without
/// ties. Causes keep the order in which they are given.
package func ledgerLines(_ ledger: [LedgerEntry], language: Language) -> [String] {
  let lines = LedgerLines(language: language)
  return ledger.compactMap(lines.line)
}

private struct LedgerLines {
  let language: Language

  func line(_ entry: LedgerEntry) -> String? {
    switch entry {
    case .filter(let stage, let kept, let dropped, let undetermined, let causes):
      var parts = [
        words("kept \(number(kept))", "giữ \(number(kept))"),
        words("dropped \(number(dropped))", "bỏ \(number(dropped))"),
      ]
      if undetermined > 0 { parts.append(open(undetermined, causes)) }
      return "\(stage): " + parts.joined(separator: " · ")
    case .skipped(let text, let count):
      return counted(
        text, count, "skipped \(number(count)) missing", "bỏ qua \(number(count)) giá trị khuyết")
    case .cut(let stage, let kept, let tied):
      return counted(
        stage, tied, "kept \(number(kept)) · cut \(number(tied)) tied",
        "giữ \(number(kept)) · cắt \(number(tied)) đồng hạng")
    case .undeterminedInside(let text, let count, let causes):
      let words = open(count, causes)
      return counted(text, count, words, words)
    case .notComputable(let text, let count):
      return counted(text, count, "not computable \(number(count))", "không tính được \(number(count))")
    case .weighed(let text, let children):
      return language == .english ? "\(text): weighted by \(children)" : "\(text): tính theo số \(children)"
    case .unweighted(let text, let count):
      return counted(
        text, count, "left out \(number(count)) without a weight", "bỏ \(number(count)) không có trọng số")
    }
  }

  /// `undetermined 37 (insured 29, income 8)`.
  private func open(_ count: Int, _ causes: [LedgerEntry.Cause]) -> String {
    let head = words("undetermined \(number(count))", "chưa xác định \(number(count))")
    if causes.isEmpty { return head }
    return head + " (" + causes.map { "\($0.field) \(number($0.count))" }.joined(separator: ", ") + ")"
  }

  private func counted(_ text: String, _ count: Int, _ en: String, _ vi: String) -> String? {
    count > 0 ? "\(text): \(words(en, vi))" : nil
  }

  private func words(_ en: String, _ vi: String) -> String { language == .english ? en : vi }
  private func number(_ value: Int) -> String { NumberFormat(separators: language).text(value) }
}
