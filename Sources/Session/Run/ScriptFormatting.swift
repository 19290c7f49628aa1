import Source
import Syntax

/// `nep fmt`: scripts in canonical form.
package struct ScriptFormatting {
  package var isCheck: Bool

  package init(isCheck: Bool) { self.isCheck = isCheck }

  package func run(_ paths: [String], _ settings: Settings, _ console: Console) -> ExitStatus {
    var status = ExitStatus.success
    for path in paths {
      let session = Session(snapshots: [], settings: settings, console: console)
      do throws(Diagnostic) {
        let text = try TextFile.read(path)
        let source = session.add(source: path, text: text)
        let parsed = parse(source)
        guard parsed.diagnostics.isEmpty else {
          session.report(parsed.diagnostics)
          status = .usage
          continue
        }
        let formatted = Syntax.Formatter.format(parsed.program, source: source)
        if path == "-", !isCheck {
          console.write(Array(formatted.utf8))
        } else if formatted != text {
          if isCheck {
            console.write(Array("\(path)\n".utf8))
            if status == .success { status = .failure }
          } else {
            try TextFile.write(Array(formatted.utf8), to: path)
          }
        }
      } catch {
        session.report([error])
        status = error.code.entry.status
      }
    }
    return status
  }
}
