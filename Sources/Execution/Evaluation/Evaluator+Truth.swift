import Columns
import Plan
import Schema
import Source
import Store

extension Evaluator {
  /// The truth of a condition: true bits and known bits (Kleene's logic, language.md section 7).
  func truth(_ expression: TypedExpression, _ frame: Frame) throws(Diagnostic) -> BooleanColumn {
    if let truth = storedTruth(expression, frame) { return truth }
    switch expression.kind {
    case .not(let operand): return Kernels.not(try truth(operand, frame))
    case .and(let a, let b): return Kernels.and(try truth(a, frame), try truth(b, frame))
    case .or(let a, let b): return Kernels.or(try truth(a, frame), try truth(b, frame))
    case .comparison(let operation, let a, let b): return try compare(operation, a, b, frame)
    case .contains(let text, let part):
      return Kernels.containsFolded(try codes(text, frame), try textOperand(part, frame))
    case .isMissing(let value): return Kernels.isMissing(try evaluate(value, frame))
    case .isOneOf(let value, let constants): return try isOneOf(value, constants, frame)
    case .isWithin(let place, let above): return try isWithin(place, above, frame)
    case .has(let whole, let test, let part):
      let set = try set(whole, frame)
      if case .constant(.set(let mask)) = part.kind {
        return test == .any ? Kernels.hasAny(set, mask) : Kernels.hasAll(set, mask)
      }
      let other = try self.set(part, frame)
      return test == .any ? Kernels.hasAny(set, other) : Kernels.hasAll(set, other)
    case .isAmong(let value, let subquery): return try isAmong(value, subquery, frame)
    case .undetermined(let condition):
      let known = try truth(condition, frame).validity.known
      return BooleanColumn(known.map { ~$0 } ?? Bitmap(count: frame.count))
    default:
      guard case .boolean(let column) = try evaluate(expression, frame) else {
        return BooleanColumn(Bitmap(count: frame.count), .none(frame.count, .notRecorded))
      }
      return column
    }
  }

  func symbol(_ operation: Comparison) -> ComparisonOperator {
    switch operation {
    case .equal: .equal
    case .unequal: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }

  private func compare(
    _ operation: Comparison, _ a: TypedExpression, _ b: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> BooleanColumn {
    let op = symbol(operation)
    if let decided = try compareOpenCount(op, a, b, frame) { return decided }
    switch storage(a.type.kind == .missing ? b.type : a.type) {
    case .integer where storage(b.type) == .integer:
      let left = try integers(a, frame)
      switch b.constant {
      case .integer(let number): return Kernels.compare(left, op, number)
      case .date(let days): return Kernels.compare(left, op, Int64(days))
      default: return Kernels.compare(left, op, try integers(b, frame))
      }
    case .integer, .number:
      let left = try numbers(a, frame)
      switch b.constant {
      case .integer(let number): return Kernels.compare(left, op, Double(number))
      case .number(let number): return Kernels.compare(left, op, number)
      default: return Kernels.compare(left, op, try numbers(b, frame))
      }
    case .boolean:
      if case .constant(.boolean(let value)) = b.kind {
        return Kernels.compare(try truth(a, frame), op, value)
      }
      return Kernels.compare(try truth(a, frame), op, try truth(b, frame))
    case .set:
      let equal = Kernels.areEqual(try set(a, frame), try set(b, frame))
      return operation == .unequal ? Kernels.not(equal) : equal
    case .code:
      return a.type.kind == .text ? try compareTexts(op, a, b, frame) : try compareCodes(op, a, b, frame)
    case .list:
      return BooleanColumn(Bitmap(count: frame.count), .none(frame.count, .notComputable))
    }
  }

  private func compareCodes(
    _ op: ComparisonOperator, _ a: TypedExpression, _ b: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> BooleanColumn {
    let left = try codes(a, frame)
    switch b.constant {
    case .enumeration(let code): return Kernels.compare(left, op, code)
    case .entity(let entity, let key):
      if let row = context.row(entity, key: key, frame.snapshot) { return Kernels.compare(left, op, row) }
      return Kernels.compare(left, op, Int32.max)
    default: return Kernels.compare(left, op, try codes(b, frame))
    }
  }

  private func compareTexts(
    _ op: ComparisonOperator, _ a: TypedExpression, _ b: TypedExpression, _ frame: Frame
  ) throws(Diagnostic) -> BooleanColumn {
    let left = try codes(a, frame)
    if op == .equal || op == .notEqual {
      let equal = Kernels.areTextsEqual(left, try textOperand(b, frame))
      return op == .notEqual ? Kernels.not(equal) : equal
    }
    let both = Kernels.unify([left, try codes(b, frame)])
    let ranks = both[0].dictionary?.collationRanks() ?? []
    return Kernels.compare(both[0], ranks: ranks, op, both[1], ranks: ranks)
  }

  private func isOneOf(_ value: TypedExpression, _ constants: [Constant], _ frame: Frame)
    throws(Diagnostic) -> BooleanColumn
  {
    if isOpenCount(value) { return try isOpenCountOneOf(value, numbers(constants), frame) }
    switch try evaluate(value, frame) {
    case .integer(let column):
      if constants.contains(where: { if case .number = $0 { true } else { false } }) {
        return Kernels.isMember(Kernels.numbers(column), of: numbers(constants))
      }
      return Kernels.isMember(column, of: constants.compactMap { Evaluator.integer($0) })
    case .number(let column): return Kernels.isMember(column, of: numbers(constants))
    case .boolean(let column):
      let wanted = constants.compactMap { if case .boolean(let value) = $0 { value } else { nil } }
      if wanted.contains(true), wanted.contains(false) {
        return BooleanColumn(column.validity.bitmap(frame.count), column.validity)
      }
      return wanted.first == false ? Kernels.not(column) : column
    case .code(let column):
      let codes = constants.compactMap { constant -> Int32? in
        switch constant {
        case .enumeration(let code): code
        case .entity(let entity, let key): context.row(entity, key: key, frame.snapshot)
        case .text(let text): column.dictionary?.code(of: text)
        default: nil
        }
      }
      return Kernels.isMember(column, of: codes)
    default:
      return BooleanColumn(Bitmap(count: frame.count), .none(frame.count, .notComputable))
    }
  }

  private func numbers(_ constants: [Constant]) -> [Double] {
    constants.compactMap { constant in
      switch constant {
      case .integer(let whole): Double(whole)
      case .number(let number): number
      default: nil
      }
    }
  }

  private static func integer(_ constant: Constant) -> Int64? {
    switch constant {
    case .integer(let whole): whole
    case .date(let days): Int64(days)
    default: nil
    }
  }

  /// Whether a place lies in another or below it; undetermined where it is known only above the level of the other and
  /// the other lies below it.
  private func isWithin(_ place: TypedExpression, _ above: TypedExpression, _ frame: Frame)
    throws(Diagnostic) -> BooleanColumn
  {
    let rows = try codes(place, frame)
    guard case .entity(let name, _) = place.type.kind,
      name == context.snapshots[frame.snapshot.index].schema.roles.places
    else { return try isWithinTree(rows, above, frame) }
    let index = context.snapshots[frame.snapshot.index].places
    let others = try codes(above, frame)
    var bits = Bitmap(count: frame.count)
    var known = Bitmap(count: frame.count)
    for position in 0..<frame.count {
      let (row, other) = (rows.codes[position], others.codes[position])
      guard row >= 0, other >= 0 else { continue }
      let inside = index.isWithin(row, other)
      if inside { bits[position] = true }
      if inside || !index.isWithin(other, row) { known[position] = true }
    }
    return BooleanColumn(bits, Validity(known: known))
  }

  /// Rows of an entity with a `parent` of its own kind (projects): the other itself, or one below it.
  private func isWithinTree(_ rows: CodeColumn, _ above: TypedExpression, _ frame: Frame)
    throws(Diagnostic) -> BooleanColumn
  {
    let others = try codes(above, frame)
    var parents: ContiguousArray<Int32> = []
    if case .entity(let name, _) = above.type.kind,
      case .code(let column)? = context.table(name, frame.snapshot)?.read("parent")
    {
      parents = column.codes
    }
    var bits = Bitmap(count: frame.count)
    var known = Bitmap(count: frame.count)
    for position in 0..<frame.count {
      var row = rows.codes[position]
      guard row >= 0, others.codes[position] >= 0 else { continue }
      known[position] = true
      var steps = 0
      while row >= 0, row != others.codes[position], steps <= parents.count {
        row = Int(row) < parents.count ? parents[Int(row)] : -1
        steps += 1
      }
      if row == others.codes[position] { bits[position] = true }
    }
    return BooleanColumn(bits, Validity(known: known))
  }

  private func isAmong(_ value: TypedExpression, _ subquery: Subquery, _ frame: Frame)
    throws(Diagnostic) -> BooleanColumn
  {
    let key = EvaluationContext.MembershipKey(subquery: subquery.number, snapshot: frame.snapshot)
    let among = context.memberships[key] ?? .code(CodeColumn([]))
    if case .entity(let entity, _) = value.type.kind, let column = subquery.plan.output.first,
      [.text, .integer].contains(column.expression.type.kind),
      case .code(let rows) = try evaluate(value, frame)
    {
      return Kernels.isMember(rows, of: self.rows(of: entity, keys: among, frame.snapshot))
    }
    switch (try evaluate(value, frame), among) {
    case (.code(let column), .code(let list)):
      if column.dictionary != nil || list.dictionary != nil {
        let both = Kernels.unify([column, list])
        return Kernels.isMember(both[0], of: Array(both[1].codes.filter { $0 >= 0 }))
      }
      return Kernels.isMember(column, of: Array(list.codes.filter { $0 >= 0 }))
    case (.integer(let column), .integer(let list)):
      let values = list.values.indices.filter { list.validity.isKnown($0) }.map { list.values[$0] }
      return Kernels.isMember(column, of: values)
    case (.integer(let column), .number): return Kernels.isMember(Kernels.numbers(column), of: known(among))
    case (.number(let column), _): return Kernels.isMember(column, of: known(among))
    default:
      return BooleanColumn(Bitmap(count: frame.count), .none(frame.count, .notComputable))
    }
  }

  /// The rows of an entity that have one of the keys in a column; keys that no row has lead nowhere.
  private func rows(of entity: String, keys: Column, _ snapshot: SnapshotID) -> [Int32] {
    switch keys {
    case .code(let texts):
      guard let dictionary = texts.dictionary else { return [] }
      return Set(texts.codes).sorted().compactMap { code in
        code < 0 ? nil : context.row(entity, key: dictionary[Int(code)], snapshot)
      }
    case .integer(let numbers):
      return numbers.values.indices.compactMap { index in
        guard numbers.validity.isKnown(index) else { return nil }
        return context.row(entity, key: String(numbers.values[index]), snapshot)
      }
    default: return []
    }
  }

  private func known(_ column: Column) -> [Double] {
    switch column {
    case .integer(let integers):
      integers.values.indices.filter { integers.validity.isKnown($0) }.map { Double(integers.values[$0]) }
    case .number(let numbers):
      numbers.values.indices.filter { numbers.validity.isKnown($0) }.map { numbers.values[$0] }
    default: []
    }
  }
}
