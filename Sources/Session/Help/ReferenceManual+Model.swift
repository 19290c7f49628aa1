import Domain
import Schema
import Source

/// The model in the manual: entities with their fields, and the values of every closed list.
extension ReferenceManual {
  var entityHeading: String {
    """
    ## \(say("Entities", "Các loại đối tượng"))

    \(say(
      "A snapshot may leave out any of these fields and add its own; `nep snapshot info DIR` shows what one carries. "
        + "`→` is a link to one row, `⇉` to many. A field marked † follows from others and is not stored.",
      "Một bộ dữ liệu có thể thiếu các trường này và có thêm trường riêng; xem bằng `nep snapshot info DIR`. "
        + "`→` là liên kết tới một dòng, `⇉` tới nhiều dòng. Trường có dấu † suy ra từ trường khác, không lưu."))
    """
  }

  func entity(_ entity: Entity) -> String {
    let key = entity.key.isEmpty ? say("the row", "số dòng") : entity.key.map(code).joined(separator: ", ")
    let rows = entity.fields.map { field in
      [
        code(field.name) + (field.origin == .stored ? "" : " †"), field.label.en, field.label.vi,
        type(field.type), field.type.unit?.symbol ?? "", field.privacy == .open ? "" : field.privacy.rawValue,
      ]
    }
    let header = [
      say("field", "trường"), "English", "Tiếng Việt", say("type", "kiểu"), say("unit", "đơn vị"),
      say("privacy", "riêng tư"),
    ]
    let links = entity.manyLinks.map { "⇉ \(code($0.name))" }.joined(separator: " · ")
    return """
      ### `\(entity.name)`: \(entity.label.en) (\(entity.label.vi))

      \(say("One", "Một")) \(code(entity.singular)); \(say("key", "khóa")): \(key).\(links.isEmpty ? "" : " " + links)

      \(table(header, rows))
      """
  }

  private func type(_ type: ValueType) -> String {
    switch type.kind {
    case .boolean: "Boolean"
    case .integer: type.display == .ungrouped ? say("year", "năm") : say("integer", "số nguyên")
    case .number: say("number", "số")
    case .share, .points: say("share", "tỷ lệ")
    case .text: type.display == .ungrouped ? say("code", "mã") : say("text", "văn bản")
    case .date: say("date", "ngày")
    case .enumeration(let values): linked(values.name)
    case .set(let values): say("set of ", "tập ") + linked(values.name)
    case .entity(let name, _): "→ \(code(name))"
    case .list(let kind): say("set: ", "tập: ") + self.type(ValueType(kind))
    case .missing: ""
    }
  }

  private func linked(_ name: String) -> String { "[\(name)](#values-of-\(name))" }

  var valueHeading: String { "## \(say("Values", "Các giá trị"))" }

  func values(_ type: EnumType) -> String {
    let order =
      type.isOrdered
      ? say("Ordered: `<` compares in this order.", "Có thứ tự: `<` so sánh theo thứ tự này.")
      : say("Compared by `=` only.", "Chỉ so sánh bằng `=`.")
    return """
      ### Values of `\(type.name)`

      \(order)

      \(table(
        [say("value", "giá trị"), "English", "Tiếng Việt"],
        type.values.map { [code($0.name), $0.label.en, $0.label.vi] }))
      """
  }
}
