import Columns
import Schema
import Source

/// What `snapshot.yaml` says, or what a folder without one says by its file names.
struct Manifest {
  var folder: String
  /// The file as diagnostics show it; empty where the folder has none.
  var shown = ""
  var name: String
  var label: String
  var date: CivilDate?
  var standard: String?
  var coversAll = true
  /// In model order, then in the order of the manifest.
  var entities: [EntityManifest] = []
  /// The model with this snapshot's own entities and fields.
  var schema: Schema
}

/// Where one entity's rows come from.
struct EntityManifest {
  enum Origin {
    /// A path as it can be opened, and as diagnostics show it.
    case file(path: String, shown: String)
    case builtinPlaces
  }

  enum Key {
    /// The number of the row in its file, which is a field of its own.
    case row
    case fields([String])
    /// Rows that nothing identifies, and of which those alike all count.
    case anonymous
  }

  var name: String
  var origin: Origin
  /// What the manifest says of single fields, the snapshot's own among them.
  var fields: [FieldManifest] = []
  /// Values by field, then by the text of a cell.
  var recodes: [String: [String: String]] = [:]
  var file = FileFormat()
  /// Nil where the model's own key stands.
  var key: Key?
}

/// How a file is written, as declared at the top or in an entity.
struct FileFormat {
  var numbers = NumberFormat.en
  var dates: DateFormat?
  var missing: [String] = []
  var encoding: TextEncoding?
  var delimiter: UInt8?
}

/// Where a field's values come from.
enum ColumnSource: Equatable {
  case column(String)
  /// The parts of a link's key of several fields.
  case columns([String])
  /// In the language, over the file's own columns.
  case expression(String)
}

/// What the manifest says of one field.
struct FieldManifest {
  var name: String
  /// Nil looks for a column of the field's own name.
  var source: ColumnSource?
  var empty: CellFormat.EmptyCell?
  var trueTexts: [String] = []
  var falseTexts: [String] = []
  /// Whether the field is the snapshot's own and its type is that of its content.
  var infersType = false
  /// Where it stands, for diagnostics.
  var line: Int
}

/// The field that `key: row` gives an entity: the number of the row in its file, from 1.
enum RowNumber {
  static let name = "row"

  static var field: Field {
    Field(name, ValueType(.integer, display: .ungrouped), Localized(en: "Row", vi: "Dòng"))
  }

  static func column(_ count: Int) -> Column {
    .integer(IntegerColumn(ContiguousArray((0..<count).map { Int64($0) + 1 })))
  }
}
