import Source
import Syntax

/// The snapshots that a script's `use` statements name, as words of the command line, relative to the script.
enum UsedSnapshots {
  static func words(in text: String, folder: String) -> [String] {
    var sources = SourceMap()
    let parsed = parse(sources.add(name: "", text: text))
    return parsed.program.statements.compactMap { statement in
      guard case .use(let path, _, let label) = statement.kind else { return nil }
      let file = path.hasPrefix("/") ? path : "\(folder)/\(path)"
      return label.map { "\($0.text)=\(file)" } ?? file
    }
  }
}
