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
    let choice = try choose(row, range)
    standardsRead[row.snapshot] = choice.national.head.name.text
    return choice
  }

  /// Says that a stage over two snapshots reads them under two standards.
  func noteTwoStandards(_ range: SourceRange) {
    let names = standardsRead.sorted { $0.key.index < $1.key.index }.map(\.value)
    guard let first = names.first, let second = names.first(where: { $0 != first }) else { return }
    note(
      Diagnostic(StandardCode.twoStandards, at: range, ["first": first, "second": second], severity: .note))
  }

  private func choose(_ row: RowScope, _ range: SourceRange) throws(Diagnostic) -> StandardChoice {
    let snapshot = catalog[row.snapshot]
    if let named = row.standard ?? sessionStandard {
      let block = try standard(named, range)
      if let date = snapshot.date, block.force != nil, !block.isInForce(on: date) {
        note(
          Diagnostic(
            StandardCode.notInForce, at: range,
            ["name": named, "date": date.iso, "snapshot": snapshot.label], severity: .note))
      }
      return StandardChoice(national: block)
    }
    if let named = snapshot.standard { return StandardChoice(national: try standard(named, range)) }
    return try inForce(row.snapshot, range)
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
    guard let first = national.first else {
      throw Diagnostic(StandardCode.noneInForce, at: range, ["date": date.iso])
        .withNearest([], available: book.names)
    }
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

  private func overlap(_ a: StandardBlock, _ b: StandardBlock, _ date: CivilDate, _ range: SourceRange)
    -> Diagnostic
  {
    let words = { (block: StandardBlock) in
      "\(block.head.name.text) (\(block.head.citations.joined(separator: "; ")))"
    }
    return Diagnostic(
      StandardCode.severalInForce, at: range, ["first": words(a), "second": words(b), "date": date.iso]
    ).label(a.head.name.range, en: "the one", vi: "chuẩn này")
      .label(b.head.name.range, en: "the other", vi: "chuẩn kia")
  }
}
