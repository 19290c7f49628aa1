import Session
import Source

extension SessionCommand {
  /// `:schema [entity]`: what can be queried.
  static let schema = SessionCommand(
    name: "schema", arguments: "[ENTITY]",
    summary: Localized(
      en: "what can be queried; the fields of one entity",
      vi: "những gì truy vấn được; các trường của một bảng"),
    run: { loop, entity in
      let session = loop.session
      if entity.isEmpty {
        loop.show(session.entityLines)
      } else if let lines = session.fieldLines(of: entity) {
        loop.show(lines)
      } else {
        session.report([session.unknownEntity(entity)])
      }
      return .stay
    })
}
