import Execution
import Loading
import Resolve
import Source
import Store
import Syntax

/// What a script's `use` statements name, relative to the script: snapshots, and single tables.
enum UsedFiles {
  /// Whether a path is that of a single table, not of a snapshot.
  static func isTable(_ path: String) -> Bool {
    [".csv", ".tsv"].contains { path.lowercased().hasSuffix($0) }
  }

  static func path(_ path: String, from folder: String) -> String {
    path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  /// The folder in which a script lies.
  static func folder(of script: String) -> String {
    guard script.contains("/") else { return "." }
    return script.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }

  /// The snapshots as words of the command line, those of included scripts among them.
  static func snapshots(in text: String, folder: String, open: [String] = []) -> [String] {
    var sources = SourceMap()
    var words: [String] = []
    for statement in parse(sources.add(name: "", text: text)).program.statements {
      switch statement.kind {
      case .use(let path, _, let label) where !isTable(path):
        let file = self.path(path, from: folder)
        words.append(label.map { "\($0.text)=\(file)" } ?? file)
      case .include(let path, _):
        let file = self.path(path, from: folder)
        // What cannot be read is said when the script is read.
        guard !open.contains(file), open.count < 64, let inner = try? TextFile.read(file) else { continue }
        let found = snapshots(in: inner, folder: self.folder(of: file), open: open + [file])
        words += found.filter { !words.contains($0) }
      default: break
      }
    }
    return words
  }
}

extension Session {
  /// How many bad cells of a table are told one by one.
  private static let shownFindings = 3

  /// Takes up the table of a `use`: from here on every snapshot has it.
  func use(_ path: String, _ range: SourceRange, as name: Name?, _ folder: String) -> [Diagnostic] {
    guard let name else {
      return [
        Diagnostic(ScriptCode.tableWithoutName, at: range, ["name": path])
          .help("use \"\(path)\" as \(nameOf(table: path))")
      ]
    }
    let file = UsedFiles.path(path, from: folder)
    if usedTables[name.text] == file { return [] }
    guard !resolver.isTaken(name.text) else {
      return [Diagnostic(ScriptCode.shadowsEntity, at: name.range, ["name": name.text])]
    }
    do throws(Diagnostics) {
      let loaded = try loadTable(at: file, shown: path, name: name.text)
      usedTables[name.text] = file
      resolver.catalog.snapshots = resolver.catalog.snapshots.map { $0.adding(loaded.table) }
      executor.snapshots = resolver.catalog.snapshots
      return warnings(loaded.findings, range)
    } catch {
      return error.list.map { diagnostic in
        var copy = diagnostic
        copy.range = range
        return copy
      }
    }
  }

  /// A name for the table of a file: the file's own where that is a name, and free.
  private func nameOf(table path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.prefix { $0 != "." }
    let isName =
      stem.first?.isLetter == true && stem.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName && !resolver.isTaken(String(stem)) ? String(stem) : "my_list"
  }

  private func warnings(_ findings: [Finding], _ range: SourceRange) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for finding in findings.prefix(Session.shownFindings) {
      let place = [finding.file, finding.line.map(String.init), finding.column.map(String.init)]
        .compactMap(\.self).joined(separator: ":")
      result.append(
        Diagnostic(finding.code, at: range, finding.arguments, severity: .warning).note(en: place, vi: place))
    }
    let rest = findings.count - result.count
    if rest > 0, !result.isEmpty {
      result[result.count - 1] = result[result.count - 1].note(
        en: "and \(rest) more findings in the file", vi: "và \(rest) phát hiện khác trong tệp")
    }
    return result
  }
}
