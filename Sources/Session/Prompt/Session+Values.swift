import Columns
import Results
import Schema
import Source
import Store

/// What a field holds, and how often: what `:values` prints.
extension Session {
  /// The most texts, places or numbers that are listed; enums are listed whole.
  private static let valueLimit = 20

  /// Prints the values of a field (`class`, or `members.sex`) with how many rows have each.
  package func showValues(of word: String) throws(Diagnostic) {
    let (entity, field) = try findField(word)
    if field.privacy == .personal {
      throw Diagnostic(SessionCode.personalValues, at: nil, ["name": field.name])
    }
    let path = "\(quoted(entity.name)) | "
    let name = quoted(field.name)
    switch field.type.kind {
    case .enumeration(let type), .set(let type):
      show(enumeration: type, try peek("\(path)count by \(name) with empty"))
    case .boolean: show(try peek("\(path)count by \(name)"))
    case .text, .entity: show(try peek("\(path)count by \(name) | top \(Session.valueLimit) by count"))
    default: show(try peek("\(path)select \(name) | describe"))
    }
  }

  private func findField(_ word: String) throws(Diagnostic) -> (Entity, Field) {
    let parts = word.split(separator: ".", maxSplits: 1).map(String.init)
    let tables = currentSnapshot.schema.entities.compactMap { currentSnapshot.tables[$0.name] }
    let isMeant = { (table: EntityTable) in
      parts.count < 2 || table.entity.name == parts[0] || table.entity.singular == parts[0]
    }
    for table in tables where isMeant(table) {
      if let name = parts.last, let field = table.entity.field(name) { return (table.entity, field) }
    }
    let known = tables.flatMap { $0.entity.fields.map(\.name) }
    let near = Suggestion.nearest(to: parts.last ?? word, among: known)
    var diagnostic = Diagnostic(SessionCode.unknownField, at: nil, ["name": word])
    if !near.isEmpty {
      let list = near.joined(separator: ", ")
      diagnostic = diagnostic.note(en: "nearest: \(list)", vi: "gần nhất: \(list)")
    }
    throw diagnostic
  }

  private func quoted(_ name: String) -> String { "`\(name)`" }

  private func show(_ result: Result?) {
    if let result { write(result) }
  }

  /// The counts of an enum with the label of each value beside its name.
  private func show(enumeration type: EnumType, _ result: Result?) {
    guard var result, case .table(var table) = result.outcome,
      case .code(let codes)? = table.columns.first?.column
    else { return show(result) }
    let labels = codes.codes.map { code in
      type.values.indices.contains(Int(code)) ? type.values[Int(code)].label[settings.language] : ""
    }
    let column = CodeColumn(
      ContiguousArray((0..<labels.count).map(Int32.init)), dictionary: TextDictionary(labels))
    table.columns.insert(
      ResultColumn(name: say(en: "label", vi: "nhãn"), type: .text, column: .code(column)), at: 1)
    result.outcome = .table(table)
    show(result)
  }
}
