import Columns
import Synchronization

/// One column's decoder, which takes the pieces of its file one after another.
final class ColumnLane: Sendable {
  private let decoder: Mutex<any CellDecoder>
  /// The column of the file.
  let position: Int

  init(_ decoder: any CellDecoder, position: Int) {
    self.decoder = Mutex(decoder)
    self.position = position
  }

  /// Appends the column's cells of a piece.
  func decode(_ piece: SplitPiece) {
    decoder.withLock { decoder in
      for block in piece.blocks { decoder.decode(block, column: position, piece.bytes.span) }
    }
  }

  /// The column as read.
  func finish() -> Column { decoder.withLock { $0.finish() } }

  var badCode: DataCode { decoder.withLock { $0.badCode } }
  var badCells: [BadCell] { decoder.withLock { $0.badCells } }
}
