import Source

/// Diagnostics and exit statuses in the manual.
extension ReferenceManual {
  var codeHeading: String {
    """
    ## \(say("Diagnostics", "Thông báo"))

    \(say(
      "`nep help CODE` prints one of these. A word in braces stands for what the message names.",
      "`nep help MÃ` in một mục. Chữ trong ngoặc nhọn thay cho điều mà thông báo nêu."))
    """
  }

  func code(_ code: any DiagnosticCode) -> String {
    let entry = code.entry
    var parts = ["### \(code.id): \(plain(entry.message[language]))", entry.explanation[language]]
    if !entry.example.isEmpty { parts += [say("This raises it:", "Gây ra lỗi:"), block(entry.example)] }
    if !entry.remedy.isEmpty { parts += [say("This does not:", "Viết đúng:"), block(entry.remedy)] }
    return parts.joined(separator: "\n\n")
  }

  /// A message as it stands in a heading, on one line.
  private func plain(_ message: String) -> String { message.replacing("\n", with: " ") }

  private func block(_ script: String) -> String { "    " + script.replacing("\n", with: "\n    ") }

  var statuses: String {
    let rows = ReferenceManual.statusMeanings.map { ["\($0.status.rawValue)", $0.meaning[language]] }
    return "## \(say("Exit statuses", "Mã thoát"))\n\n"
      + table([say("status", "mã"), say("meaning", "nghĩa")], rows)
  }

  /// What each exit status means; where several apply, 130 goes before 2, then 1, 3, 5, 4.
  package static let statusMeanings: [(status: ExitStatus, meaning: Localized)] = [
    (.success, Localized(en: "all went well", vi: "mọi việc ổn")),
    (.failure, Localized(en: "a runtime or data error", vi: "lỗi khi chạy hoặc lỗi dữ liệu")),
    (
      .usage,
      Localized(
        en: "a usage, parse or type error: nothing was run",
        vi: "lỗi cách dùng, cú pháp hoặc kiểu: chưa chạy gì")
    ),
    (.expectationFailed, Localized(en: "an `expect` failed", vi: "một `expect` không đạt")),
    (
      .changed,
      Localized(
        en: "the result changed beyond `--fail-on-change`", vi: "kết quả thay đổi quá mức `--fail-on-change`")
    ),
    (
      .undetermined,
      Localized(en: "undetermined rows under `--strict`", vi: "có dòng chưa xác định khi dùng `--strict`")
    ),
    (.interrupted, Localized(en: "interrupted", vi: "bị ngắt")),
  ]
}
