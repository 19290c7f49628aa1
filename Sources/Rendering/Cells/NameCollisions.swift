import Columns
import Results
import Source

/// Which entities of a column print with the one above them (language.md section 10): those whose names are not the
/// only ones of the column to fold alike, so that neither case nor marks tell them apart.
enum NameCollisions {
  /// The codes that occur in a column beside another code of a name that folds alike; empty where the column knows
  /// no qualified names.
  static func codes(in column: ResultColumn) -> Set<Int32> {
    guard column.qualified != nil, case .code(let storage) = column.column, let names = storage.dictionary
    else { return [] }
    var seen: Set<Int32> = []
    var byName: [String: [Int32]] = [:]
    for code in storage.codes where code >= 0 && Int(code) < names.count && seen.insert(code).inserted {
      byName[names[Int(code)].folded, default: []].append(code)
    }
    return byName.values.reduce(into: []) { result, codes in
      if codes.count > 1 { result.formUnion(codes) }
    }
  }
}
