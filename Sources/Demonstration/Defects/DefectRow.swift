/// A row on its way into a file, by the names of its columns; a defect changes it or puts rows beside it.
struct DefectRow {
  let header: [String]
  var cells: [String]
  /// Rows written after it.
  var after: [[String]] = []

  /// The cell of a column; empty where there is none, and nothing is set then.
  subscript(column: String) -> String {
    get {
      guard let index = header.firstIndex(of: column), cells.indices.contains(index) else { return "" }
      return cells[index]
    }
    set {
      guard let index = header.firstIndex(of: column), cells.indices.contains(index) else { return }
      cells[index] = newValue
    }
  }
}

/// An error that real exports hold, planted in one file at regular distances.
struct Defect: Sendable {
  /// What is wrong, for the comment of the snapshot.
  let sentence: String
  let file: String
  /// One of so many rows that qualify, from the row at an offset on.
  let every: Int
  let offset: Int
  let qualifies: @Sendable (DefectRow) -> Bool
  let plant: @Sendable (inout DefectRow) -> Void

  init(
    _ sentence: String, in file: String, every: Int, from offset: Int,
    where qualifies: @escaping @Sendable (DefectRow) -> Bool = { _ in true },
    _ plant: @escaping @Sendable (inout DefectRow) -> Void
  ) {
    self.sentence = sentence
    self.file = file
    self.every = every
    self.offset = offset
    self.qualifies = qualifies
    self.plant = plant
  }
}

/// Plants the defects of one file as its rows pass.
struct DefectPlanter {
  private let defects: [Defect]
  /// Rows that qualified so far, by defect.
  private var counts: [Int]
  private var header: [String] = []

  init(file: String) {
    defects = Defect.all.filter { $0.file == file }
    counts = defects.map { _ in 0 }
  }

  mutating func take(header line: String) {
    header = line.split(separator: ",").map(String.init)
  }

  /// The rows to write in the place of one.
  mutating func rows(for line: String) -> [String] {
    var row = DefectRow(
      header: header, cells: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    for (index, defect) in defects.enumerated() where defect.qualifies(row) {
      if counts[index] % defect.every == defect.offset { defect.plant(&row) }
      counts[index] += 1
    }
    return ([row.cells] + row.after).map { $0.joined(separator: ",") }
  }
}
