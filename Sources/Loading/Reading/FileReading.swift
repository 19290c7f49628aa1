import Source
import Synchronization

/// One file on its way into a table, as steps that several threads take: opening, reading and splitting pieces of rows, decoding
/// a column of a piece, finishing.
///
/// Pieces are read one after another and split side by side; a column takes them in the order of the file. Only a few pieces
/// are held at a time.
final class FileReading: Sendable {
  enum Step {
    case open
    /// Reading the next piece and splitting it into cells.
    case read
    /// Decoding one column's cells of a piece.
    case decode(column: Int, SplitPiece)
    case finish
  }

  /// Where a column stands.
  private struct Lane {
    /// The piece that it takes next.
    var next = 0
    var isBusy = false
  }

  private struct State {
    var table: OpenTable?
    var isStarted = false
    /// Whether a thread has the turn to read.
    var isReading = false
    var isAtEnd = false
    /// Pieces read so far, and how many of them are not decoded yet.
    var readCount = 0
    var inFlight = 0
    /// Split pieces by number, each with how many columns have still to take it.
    var pieces: [Int: (piece: SplitPiece, readers: Int)] = [:]
    var lanes: [Lane] = []
    var ends: [PieceEnd] = []
    var isFinishing = false
    var result: Result<DecodedTable, Diagnostics>?
  }

  private let source: TableSource
  private let evaluator: any ColumnExpressionEvaluator
  private let effort: LoadingEffort
  private let state = Mutex(State())
  private let pieces = Mutex<TextPieces?>(nil)

  init(_ source: TableSource, _ evaluator: any ColumnExpressionEvaluator, _ effort: LoadingEffort) {
    self.source = source
    self.evaluator = evaluator
    self.effort = effort
  }

  /// The table, or why there is none; nil while it is being read.
  var result: Result<DecodedTable, Diagnostics>? { state.withLock { $0.result } }

  var isDone: Bool { state.withLock { $0.result != nil } }

  /// A step that can be taken now, which no other thread will be given.
  func nextStep() -> Step? {
    let limit = effort.threads * 2 + 2
    return state.withLock { state in
      guard state.result == nil else { return nil }
      guard state.isStarted else {
        state.isStarted = true
        return .open
      }
      guard state.table != nil else { return nil }
      if let column = FileReading.column(state.lanes, ready: { state.pieces[$0] != nil }),
        let piece = state.pieces[state.lanes[column].next]?.piece
      {
        state.lanes[column].isBusy = true
        return .decode(column: column, piece)
      }
      if !state.isReading, !state.isAtEnd, state.inFlight < limit {
        state.isReading = true
        state.inFlight += 1
        return .read
      }
      guard state.isAtEnd, state.inFlight == 0, !state.isFinishing else { return nil }
      state.isFinishing = true
      return .finish
    }
  }

  /// The idle column that is furthest behind among those whose next piece is ready.
  private static func column(_ lanes: [Lane], ready: (Int) -> Bool) -> Int? {
    var best: Int?
    for (index, lane) in lanes.enumerated() where !lane.isBusy && ready(lane.next) {
      if best.map({ lane.next < lanes[$0].next }) ?? true { best = index }
    }
    return best
  }

  /// Takes a step.
  ///
  /// - Parameter post: called where others may go on before the step is done.
  func take(_ step: Step, post: () -> Void) {
    do throws(Diagnostics) {
      switch step {
      case .open: try open()
      case .read: try read(post)
      case .decode(let column, let piece): decode(column, piece)
      case .finish: try finish()
      }
    } catch {
      state.withLock { state in
        if state.result == nil { state.result = .failure(error) }
      }
    }
  }

  private func open() throws(Diagnostics) {
    let (table, pieces, first) = try OpenTable.open(source, effort)
    self.pieces.withLock { $0 = pieces }
    state.withLock { state in
      state.lanes = Array(repeating: Lane(), count: table.reading.lanes.count)
      state.readCount = 1
      FileReading.add(first.piece, first.end, to: &state)
      state.inFlight = state.lanes.isEmpty ? 0 : 1
      state.table = table
    }
  }

  private func read(_ post: () -> Void) throws(Diagnostics) {
    let next = try pieces.withLock { (pieces) throws(Diagnostics) in try pieces?.next() }
    let (number, table) = state.withLock { state in
      state.isReading = false
      defer { if next != nil { state.readCount += 1 } }
      return (state.readCount, state.table)
    }
    guard let next, let table else {
      state.withLock { state in
        state.isAtEnd = true
        state.inFlight -= 1
      }
      return
    }
    post()
    let split = try table.split(next, number: number)
    state.withLock { FileReading.add(split.piece, split.end, to: &$0) }
  }

  private static func add(_ piece: SplitPiece, _ end: PieceEnd, to state: inout State) {
    state.ends.append(end)
    if state.lanes.isEmpty {
      state.inFlight -= 1
    } else {
      state.pieces[piece.number] = (piece, state.lanes.count)
    }
  }

  private func decode(_ column: Int, _ piece: SplitPiece) {
    state.withLock { $0.table }?.reading.lanes[column].decode(piece)
    state.withLock { state in
      state.lanes[column].isBusy = false
      state.lanes[column].next += 1
      state.pieces[piece.number]?.readers -= 1
      if state.pieces[piece.number]?.readers == 0 {
        state.pieces[piece.number] = nil
        state.inFlight -= 1
      }
    }
  }

  private func finish() throws(Diagnostics) {
    let (table, ends) = state.withLock { ($0.table, $0.ends.sorted { $0.number < $1.number }) }
    guard let table else { return }
    let decoded = try table.finished(ends, evaluator: evaluator)
    state.withLock { $0.result = .success(decoded) }
  }
}
