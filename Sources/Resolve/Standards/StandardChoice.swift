import Plan
import Schema
import Source
import Store
import Syntax

/// Which standard holds for the rows at hand: one for all, or that of the country with those of single places.
struct StandardChoice {
  var national: StandardBlock
  var local: [(place: TypedExpression, block: StandardBlock)] = []

  /// Whether two rows can fall under unlike standards.
  var isSingle: Bool { local.isEmpty }
}

extension Resolver {
  /// The standard by its name, or by that of a parameter with its `$`.
  func standard(named name: Name) throws(Diagnostic) -> StandardBlock {
    var wanted = name.text
    if wanted.hasPrefix("$") {
      guard let value = parameters[String(wanted.dropFirst())] else {
        throw Diagnostic(NameCode.unknownParameter, at: name.range, ["name": wanted])
      }
      wanted = value.text
    }
    return try standard(wanted, name.range)
  }

  func standard(_ name: String, _ range: SourceRange) throws(Diagnostic) -> StandardBlock {
    if let block = book.standard(name) { return block }
    throw Diagnostic(StandardCode.unknownStandard, at: range, ["name": name])
      .withNearest(Suggestion.nearest(to: name, among: book.names), available: book.names)
  }

  /// The standard for rows: that of the pipeline, of the session, of the snapshot, or the one in force on its date.
  func choice(_ row: RowScope, _ name: String, _ range: SourceRange) throws(Diagnostic) -> StandardChoice {
    let choice = try chosen(row, range)
    for name in ([choice.national] + choice.local.map(\.block)).map(\.head.name.text)
    where standardsRead[row.snapshot]?.contains(name) != true {
      standardsRead[row.snapshot, default: []].append(name)
    }
    return choice
  }

  private func chosen(_ row: RowScope, _ range: SourceRange) throws(Diagnostic) -> StandardChoice {
    let snapshot = catalog[row.snapshot]
    if let named = row.standard ?? sessionStandard {
      let block = try standard(named, range)
      if let date = snapshot.date, block.force != nil, !block.isInForce(on: date) {
        noteOnce(
          Diagnostic(
            StandardCode.notInForce, at: range,
            ["name": named, "date": date.iso, "snapshot": snapshot.label], severity: .note))
      }
      return StandardChoice(national: block)
    }
    if let named = snapshot.standard { return StandardChoice(national: try standard(named, range)) }
    return try inForce(row.snapshot, range)
  }

  /// Says something in a statement at the first place where it holds, however many there are.
  private func noteOnce(_ notice: Diagnostic) {
    let isSaid = notices.contains { $0.code.id == notice.code.id && $0.arguments == notice.arguments }
    if !isSaid { note(notice) }
  }

  private func inForce(_ id: SnapshotID, _ range: SourceRange) throws(Diagnostic) -> StandardChoice {
    let snapshot = catalog[id]
    guard let date = snapshot.date else {
      throw Diagnostic(StandardCode.noneInForce, at: range, ["date": "?"])
        .note(en: "\(snapshot.label) has no date", vi: "\(snapshot.label) không có ngày")
        .withNearest([], available: book.names)
    }
    let current = book.standards.filter { $0.isInForce(on: date) }
    let national = current.filter { $0.place == nil }
    guard let first = national.first else { throw gap(date, range) }
    if national.count > 1 { throw overlap(first, national[1], date, range) }
    var choice = StandardChoice(national: first)
    for block in current {
      guard let valid = block.place,
        let place = try? place(valid.name, level: valid.level.text, valid.range, id)
      else { continue }
      if let other = choice.local.first(where: { $0.place.constant == place.constant }) {
        throw overlap(other.block, block, date, range)
      }
      choice.local.append((place, block))
    }
    return choice
  }

  /// An error about a date without a standard, with the ones that end before it and begin after it.
  private func gap(_ date: CivilDate, _ range: SourceRange) -> Diagnostic {
    let dated = book.standards.filter { $0.place == nil && $0.force != nil }
    let before = dated.filter { ($0.force?.through).map { $0 < date } ?? false }
      .max { ($0.force?.through ?? date) < ($1.force?.through ?? date) }
    let after = dated.filter { ($0.force?.from).map { date < $0 } ?? false }
      .min { ($0.force?.from ?? date) < ($1.force?.from ?? date) }
    var result = Diagnostic(StandardCode.noneInForce, at: range, ["date": date.iso])
    if let before, let force = before.force, let through = force.through {
      result = result.label(force.range, en: "until \(through.iso)", vi: "đến \(through.iso)")
        .note(en: "before it: \(words(before))", vi: "trước đó: \(words(before))")
    }
    if let after, let force = after.force {
      result = result.label(force.range, en: "from \(force.from.iso)", vi: "từ \(force.from.iso)")
        .note(en: "after it: \(words(after))", vi: "sau đó: \(words(after))")
    }
    return result.withNearest([], available: book.names)
  }

  /// A standard by its name and the law it cites.
  private func words(_ block: StandardBlock) -> String {
    "\(block.head.name.text) (\(block.head.citations.joined(separator: "; ")))"
  }

  private func overlap(_ a: StandardBlock, _ b: StandardBlock, _ date: CivilDate, _ range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      StandardCode.severalInForce, at: range, ["first": words(a), "second": words(b), "date": date.iso]
    ).label(a.head.name.range, en: "the one", vi: "chuẩn này")
      .label(b.head.name.range, en: "the other", vi: "chuẩn kia")
  }
}
