import Plan
import Rendering
import Resolve
import Schema
import Source
import Store

extension ValueType {
  fileprivate var isOrderedEnumeration: Bool {
    if case .enumeration(let type) = kind { type.isOrdered } else { false }
  }
}

/// The loaded data in words: what `:schema` and `:snapshots` print.
extension Session {
  /// One line for each entity that the current snapshot carries: its name, how many rows, its label.
  package var entityLines: [String] {
    let tables = carriedTables
    return aligned(
      tables.map { ["\($0.entity.name)", "\($0.count)", $0.entity.label[settings.language]] }, right: [1])
  }

  /// The fields and links of an entity, by its plural or singular; nil where nothing is called so.
  package func fieldLines(of name: String) -> [String]? {
    let table = carriedTables.first { $0.entity.name == name || $0.entity.singular == name }
    let declared = currentSnapshot.schema.entity(name) ?? currentSnapshot.schema.entity(singular: name)
    guard let entity = table?.entity ?? declared else { return nil }
    let isCarried = { (field: Field) in
      if case .placeLevel = field.origin { return table != nil }
      return table?.columns.has(field.name) ?? false
    }
    var lines = ["\(entity.name): \(entity.label[settings.language])"]
    lines += aligned(entity.fields.filter(isCarried).map(row)).map { "  \($0)" }
    let links = entity.manyLinks.filter { link in carriedTables.contains { $0.entity.name == link.target } }
    lines += aligned(links.map { [$0.name, say(en: "rows of \($0.target)", vi: "các dòng \($0.target)")] })
      .map { "  \($0)" }
    let absent = entity.fields.filter { !isCarried($0) }.map(\.name)
    if !absent.isEmpty {
      lines.append(
        say(en: "not in this snapshot: ", vi: "bộ này không có: ") + absent.joined(separator: ", "))
    }
    return lines
  }

  /// That no entity has a name, with the nearest that there are.
  package func unknownEntity(_ name: String) -> Diagnostic {
    let known = carriedTables.map(\.entity.name)
    let near = Suggestion.nearest(to: name, among: known)
    let list = (near.isEmpty ? known : near).joined(separator: ", ")
    return Diagnostic(SessionCode.unknownEntity, at: nil, ["name": name])
      .note(en: "there are: \(list)", vi: "có: \(list)")
  }

  /// What the current snapshot is, and how many rows it has: for a greeting.
  package var populationLine: String {
    let snapshot = currentSnapshot
    let population = snapshot.schema.roles.population
    return "\(snapshot.name) · \(snapshot.tables[population]?.count ?? 0) \(population)"
  }

  /// A query to begin with, made of what the current snapshot has.
  package var exampleQuery: String {
    let population = currentSnapshot.schema.roles.population
    guard let entity = currentSnapshot.tables[population] else { return "1 + 1" }
    let key = entity.entity.fields.first { field in
      guard case .enumeration = field.type.kind, field.privacy == .open else { return false }
      return entity.columns.has(field.name) && field.type.isOrderedEnumeration
    }
    return key.map { "\(population) | count by \($0.name)" } ?? "\(population) | count"
  }

  /// One line for each setting that holds.
  package var settingLines: [String] {
    aligned([
      ["format", settings.format.rawValue], ["labels", settings.labels.rawValue],
      ["language", settings.language.rawValue], ["decimals", settings.decimals.map { "\($0)" } ?? "2"],
      ["timing", settings.isTimed ? "on" : "off"], ["snapshot", currentSnapshot.label],
    ])
  }

  /// One line for each loaded snapshot, oldest first; a star marks the one that queries read.
  package var snapshotLines: [String] {
    let rows = resolver.catalog.snapshots.enumerated().map { index, snapshot in
      let population = snapshot.schema.roles.population
      return [
        index == resolver.catalog.current.index ? "*" : " ", snapshot.label, snapshot.date?.iso ?? "–",
        "\(snapshot.tables[population]?.count ?? 0) \(population)", snapshot.name,
      ]
    }
    return aligned(rows, right: [3])
  }

  private var carriedTables: [EntityTable] {
    currentSnapshot.schema.entities.compactMap { currentSnapshot.tables[$0.name] }
  }

  private func row(_ field: Field) -> [String] {
    let privacy: String =
      switch field.privacy {
      case .open: ""
      case .personal: say(en: " (personal)", vi: " (cá nhân)")
      case .sensitive: say(en: " (sensitive)", vi: " (nhạy cảm)")
      }
    return [field.name, field.type.words, field.label[settings.language] + privacy]
  }

  /// A sentence in the language of the session.
  package func say(en: String, vi: String) -> String { settings.language == .english ? en : vi }

  /// Rows of cells as lines, each column as wide as its widest cell.
  package func aligned(_ rows: [[String]], right: Set<Int> = []) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].displayWidth : 0 }.max() ?? 0
    }
    return rows.map { cells in
      var line = ""
      for (column, cell) in cells.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.displayWidth)
        line += (column == 0 ? "" : "  ") + (right.contains(column) ? blanks + cell : cell + blanks)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
