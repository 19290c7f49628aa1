/// Questions about text: truth values and lengths.
extension Kernels {
  /// `length(text)` in Unicode scalars.
  package static func length(_ a: CodeColumn) -> IntegerColumn {
    TextMapping(a).integers { UTF8Text.length($0) }
  }

  /// `starts_with(text, part)`.
  package static func startsWith(_ a: CodeColumn, _ b: TextOperand) -> BooleanColumn {
    TextMapping(a, b).truths { UTF8Text.occurs($1, in: $0, at: 0) }
  }

  /// `ends_with(text, part)`.
  package static func endsWith(_ a: CodeColumn, _ b: TextOperand) -> BooleanColumn {
    TextMapping(a, b).truths { UTF8Text.occurs($1, in: $0, at: $0.count - $1.count) }
  }

  /// `contains(text, part)`, exactly.
  package static func contains(_ a: CodeColumn, _ b: TextOperand) -> BooleanColumn {
    TextMapping(a, b).truths { UTF8Text.find($1, in: $0) != nil }
  }

  /// The operator `~`: contains, ignoring case and marks.
  package static func containsFolded(_ a: CodeColumn, _ b: TextOperand) -> BooleanColumn {
    let folding = Folding.shared
    var (text, part) = (ContiguousArray<UInt8>(), ContiguousArray<UInt8>())
    if case .constant = b {
      let pattern = folded(b, folding)
      return TextMapping(a, b).truths { whole, _ in
        text.removeAll(keepingCapacity: true)
        folding.append(whole, to: &text)
        return UTF8Text.find(pattern.span, in: text.span) != nil
      }
    }
    return TextMapping(a, b).truths { whole, other in
      text.removeAll(keepingCapacity: true)
      part.removeAll(keepingCapacity: true)
      folding.append(whole, to: &text)
      folding.append(other, to: &part)
      return UTF8Text.find(part.span, in: text.span) != nil
    }
  }

  private static func folded(_ operand: TextOperand, _ folding: Folding) -> ContiguousArray<UInt8> {
    guard case .constant(let text) = operand else { return [] }
    let bytes = ContiguousArray(text.utf8)
    var result = ContiguousArray<UInt8>()
    folding.append(bytes.span, to: &result)
    return result
  }
}
