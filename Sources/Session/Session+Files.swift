import Execution
import Rendering
import Resolve
import Results
import Source

/// The files that `save` and `--output` write: kept until the run has earned them.
extension Session {
  func keepFile(_ table: ResultTable, _ path: String) throws(Diagnostic) {
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    guard let format = OutputFormat(rawValue: ending) else {
      throw Diagnostic(ScriptCode.saveFormat, at: nil, ["name": path])
    }
    var renderer = format.renderer(settings.rendering)
    let isMarkedInside = !executor.assumed.isEmpty && !format.isForPrograms
    if isMarkedInside { renderer.append(Result(.text(WhatIf.mark(executor.assumed, settings.language)))) }
    renderer.append(Result(.table(table)))
    pendingFiles.append((path, renderer.finish(), table.count))
    if !executor.assumed.isEmpty, !isMarkedInside { keepMark(beside: path, executor.assumed) }
  }

  /// A file beside a saved one that says what it supposes: most formats for programs have no room for it.
  func keepMark(beside path: String, _ assumed: [String]) {
    let text = WhatIf.mark(assumed, settings.language) + "\n"
    pendingFiles.append(("\(path).what-if.txt", Array(text.utf8), 1))
  }

  /// Writes the files of `save` and of `--output`, and gives the status that the run earned.
  func putFilesInPlace() -> ExitStatus {
    for file in pendingFiles {
      do throws(Diagnostic) {
        try TextFile.write(file.bytes, to: file.path)
        if !settings.isQuiet {
          let name = settings.language == .english ? "wrote" : "đã ghi"
          let unit = settings.language == .english ? "rows" : "dòng"
          console.note("\(name) \(file.path) (\(file.rows) \(unit))")
        }
      } catch {
        report([error])
        return .failure
      }
    }
    pendingFiles = []
    if hasFailedExpectation { return .expectationFailed }
    return settings.isStrict && hasUndetermined ? .undetermined : .success
  }
}
