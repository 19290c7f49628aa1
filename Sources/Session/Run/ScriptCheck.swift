import Foundation
import Rendering
import Resolve
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

  /// Prints what was found; status 2 where there is an error of the script, 1 of the data, 3 where a standard fails a test.
  package func run(_ settings: Settings, _ console: Console) throws(Diagnostics) -> ExitStatus {
    let named = try SnapshotArguments.load(snapshots)
    var records: [FindingRecord] = []
    var status = ExitStatus.success
    for script in scripts {
      let text: String
      do throws(Diagnostic) { text = try TextFile.read(script) } catch { throw Diagnostics(error) }
      let folder = UsedFiles.folder(of: script)
      let session = Session(
        catalog: try catalog(of: text, folder, named), settings: settings, console: console)
      let diagnostics = session.check(text, name: script, folder: folder)
      for diagnostic in diagnostics where diagnostic.severity == .error {
        status = worse(status, diagnostic.code.entry.status)
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

  /// Of two statuses the one that goes before the other (cli.md): 2, then 1, then 3.
  private func worse(_ a: ExitStatus, _ b: ExitStatus) -> ExitStatus {
    [ExitStatus.usage, .failure, .expectationFailed].first { $0 == a || $0 == b } ?? a
  }

  /// What a script is checked against: the snapshots named, with those that it uses itself; where there are none, or those
  /// it uses are not at hand, the model alone.
  private func catalog(of script: String, _ folder: String, _ named: [Snapshot]) throws(Diagnostics)
    -> Catalog
  {
    let used = UsedFiles.snapshots(in: script, folder: folder)
    let isAtHand = used.allSatisfy { SnapshotArguments.exists($0) }
    if named.isEmpty, used.isEmpty || !isAtHand { return Catalog([ModelSnapshot.make()], isModelOnly: true) }
    return Catalog(try SnapshotArguments.load(used, after: named))
  }
}
