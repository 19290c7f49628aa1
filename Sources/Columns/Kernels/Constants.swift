/// Columns with one value in every row.
extension Kernels {
  /// One truth value.
  package static func constant(_ value: Bool, count: Int) -> BooleanColumn {
    BooleanColumn(Bitmap(repeating: value, count: count))
  }

  /// One whole number, or date as days since 1970-01-01.
  package static func constant(_ value: Int64, count: Int) -> IntegerColumn {
    IntegerColumn(ContiguousArray(repeating: value, count: count))
  }

  /// One double, which must be finite.
  package static func constant(_ value: Double, count: Int) -> NumberColumn {
    NumberColumn(ContiguousArray(repeating: value, count: count))
  }

  /// One text, in a dictionary of its own.
  package static func constant(text: String, count: Int) -> CodeColumn {
    CodeColumn(ContiguousArray(repeating: 0, count: count), dictionary: TextDictionary([text]))
  }

  /// One code: the value of an enum, a text of the dictionary, the row of a link; or a missing code.
  package static func constant(
    code: Int32, count: Int, dictionary: TextDictionary? = nil
  ) -> CodeColumn {
    CodeColumn(ContiguousArray(repeating: code, count: count), dictionary: dictionary)
  }

  /// One set.
  package static func constant(mask: UInt64, count: Int) -> SetColumn {
    SetColumn(ContiguousArray(repeating: mask, count: count))
  }

  /// A column of a kind that is missing everywhere; lists, which are never missing, are empty.
  package static func missing(
    _ kind: ColumnKind, count: Int, reason: MissingReason = .notRecorded
  ) -> Column {
    let validity = Validity.none(count, reason)
    switch kind {
    case .boolean: return .boolean(BooleanColumn(Bitmap(count: count), validity))
    case .integer: return .integer(IntegerColumn(ContiguousArray(repeating: 0, count: count), validity))
    case .number: return .number(NumberColumn(ContiguousArray(repeating: 0, count: count), validity))
    case .set: return .set(SetColumn(ContiguousArray(repeating: 0, count: count), validity))
    case .code:
      return .code(CodeColumn(ContiguousArray(repeating: CodeColumn.missing(reason), count: count)))
    case .list:
      return .list(
        ListColumn(
          offsets: ContiguousArray(repeating: 0, count: count + 1), elements: .integer(IntegerColumn([]))))
    }
  }
}
