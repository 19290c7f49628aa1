import Columns
import Domain
import Schema
import Source
import Store

/// The model's derivations and checks.
extension Assembler {
  mutating func applyRules() {
    for rule in HouseholdModel.rules {
      switch rule {
      case .within(let entity, let field, let bounds):
        refuse(entity, field, .outOfRange, ["bounds": "\(bounds.lowerBound)–\(bounds.upperBound)"]) {
          !bounds.contains($0)
        }
      case .multiple(let entity, let field, let factor):
        refuse(entity, field, .notAMultiple, ["factor": String(factor)]) { $0 % factor != 0 }
      case .notAfterSnapshot(let entity, let field):
        if let date = manifest.date { refuse(entity, field, .afterSnapshot, [:]) { $0 > Int64(date.days) } }
      case .equalsCount(let entity, let field, let link):
        compareCount(entity, field, link, .countDiffers) { $0 != $1 }
      case .atLeastCount(let entity, let field, let link):
        compareCount(entity, field, link, .totalBelowCount) { $0 < $1 }
      case .exactlyOne(let entity, let link, let field, let value):
        checkExactlyOne(entity, link, field, value)
      case .atMost(let entity, let field, let bound): checkAtMost(entity, field, bound)
      case .count, .completedYears, .inherited, .differs, .year, .branch, .child: derive(rule)
      }
    }
  }

  /// Makes values that fail a check missing.
  private mutating func refuse(
    _ entity: String, _ field: String, _ code: DataCode, _ arguments: [String: String],
    _ isBad: (Int64) -> Bool
  ) {
    guard var table = tables[entity], case .integer(var column)? = table.columns[field] else { return }
    let isOpen = table.entity.field(field)?.privacy == .open
    var bad: [Int] = []
    for row in column.values.indices where isBad(column.values[row]) && column.validity.isKnown(row) {
      bad.append(row)
      var all = arguments
      all["value"] = isOpen ? String(column.values[row]) : "•••"
      log.add(table.finding(code, row: row, field: field, all))
    }
    guard !bad.isEmpty else { return }
    column.validity.setMissing(bad, .badValue, count: column.values.count)
    table.columns[field] = .integer(column)
    tables[entity] = table
  }

  private mutating func compareCount(
    _ entity: String, _ field: String, _ link: String, _ code: DataCode, _ disagrees: (Int64, Int64) -> Bool
  ) {
    guard let table = tables[entity], case .integer(let column)? = table.columns[field],
      let children = table.children[link]
    else { return }
    for row in 0..<table.count where column.validity.isKnown(row) {
      let count = Int64(children.ends[row] - children.starts[row])
      guard count > 0, disagrees(column.values[row], count) else { continue }
      let arguments = ["value": String(column.values[row]), "count": String(count), "link": link]
      log.add(table.finding(code, row: row, field: field, arguments))
    }
  }

  private mutating func checkExactlyOne(_ entity: String, _ link: String, _ field: String, _ value: String) {
    guard let table = tables[entity], let children = table.children[link],
      let target = table.entity.manyLink(link)?.target, let childTable = tables[target],
      case .code(let column)? = childTable.columns[field],
      let wanted = childTable.entity.field(field)?.type.enumeration?.code(of: value)
    else { return }
    for row in 0..<table.count where children.ends[row] > children.starts[row] {
      var count = 0
      for position in children.starts[row]..<children.ends[row] {
        let child = children.permutation.map { $0[Int(position)] } ?? position
        if column.codes[Int(child)] == Int32(truncatingIfNeeded: wanted) { count += 1 }
      }
      guard count != 1 else { continue }
      log.add(
        table.finding(DataCode.notExactlyOne, row: row, field: nil, ["value": value, "count": String(count)]))
    }
  }

  private mutating func checkAtMost(_ entity: String, _ field: String, _ bound: String) {
    guard let table = tables[entity], case .integer(let column)? = table.columns[field],
      case .integer(let limit)? = table.columns[bound]
    else { return }
    for row in 0..<table.count
    where column.values[row] > limit.values[row] && column.validity.isKnown(row)
      && limit.validity.isKnown(row)
    {
      let arguments = [
        "value": String(column.values[row]), "bound": bound, "limit": String(limit.values[row]),
      ]
      log.add(table.finding(DataCode.exceeds, row: row, field: field, arguments))
    }
  }
}

extension Validity {
  /// Makes some values missing for a reason; the reasons of the others stay.
  mutating func setMissing(_ rows: [Int], _ reason: MissingReason, count: Int) {
    var bits = bitmap(count)
    var all = reasons ?? ContiguousArray(repeating: MissingReason.notRecorded.rawValue, count: count)
    for row in rows {
      bits[row] = false
      all[row] = reason.rawValue
    }
    known = bits
    reasons = all
  }
}
