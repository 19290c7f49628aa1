import Rendering
import Source
import Store

/// `nep check`: what is wrong with scripts, without running them.
package struct ScriptCheck {
  package var scripts: [String]
  package var snapshots: [String]
  package var isJSON: Bool

  package init(scripts: [String], snapshots: [String], isJSON: Bool) {
    self.scripts = scripts
    self.snapshots = snapshots
    self.isJSON = isJSON
  }

  /// Prints what was found; status 2 where there is an error of the script, 1 of the data.
  package func run(_ settings: Settings, _ console: Console) throws(Diagnostics) -> ExitStatus {
    let words = snapshots.isEmpty ? [try SnapshotArguments.demonstration()] : snapshots
    let loaded = try SnapshotArguments.load(words)
    var records: [FindingRecord] = []
    var status = ExitStatus.success
    for script in scripts {
      let session = Session(snapshots: loaded, settings: settings, console: console)
      let diagnostics: [Diagnostic]
      do throws(Diagnostic) {
        let folder =
          script.contains("/")
          ? script.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
          : "."
        diagnostics = session.check(try TextFile.read(script), name: script, folder: folder)
      } catch { throw Diagnostics(error) }
      for diagnostic in diagnostics where diagnostic.severity == .error {
        let found = diagnostic.code.entry.status
        if status != .usage { status = found == .usage ? .usage : .failure }
      }
      if isJSON {
        records += diagnostics.map { FindingRecord($0, session.sources, settings.language) }
      } else {
        session.report(diagnostics)
      }
    }
    if isJSON { console.write(FindingRecord.json(records)) }
    return status
  }
}
