import Session
import Source

extension SessionCommand {
  /// `:values FIELD`: what a field holds, and how often.
  static let values = SessionCommand(
    name: "values", arguments: "FIELD",
    summary: Localized(
      en: "the values of a field and how many rows have each", vi: "các giá trị của một trường và số dòng có"),
    run: { loop, field in
      guard !field.isEmpty else {
        loop.note(en: "which field? for example :values class", vi: "trường nào? ví dụ :values class")
        return .stay
      }
      do throws(Diagnostic) {
        try loop.session.showValues(of: field)
      } catch {
        loop.session.report([error])
      }
      return .stay
    })
}
