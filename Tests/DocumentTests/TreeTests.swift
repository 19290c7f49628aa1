import Foundation
import TestSupport
import Testing

/// What holds of the files of the repository, whatever they say.
@Suite("The tree")
struct TreeTests {
  static let swift = ["Sources", "Tests", "Benchmarks"].flatMap { folder in
    Repository.files(below: Repository.path(folder), ending: ".swift")
  }.filter { !$0.path.contains("/.build/") }

  static let documents =
    ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(Repository.path)
    + ["docs", "grammar"].flatMap { Repository.files(below: Repository.path($0), ending: ".md") }

  private func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  private func name(_ file: URL) -> Substring { file.path.dropFirst(Repository.root.path.count + 1) }

  @Test("no Swift file is longer than 400 lines; half are shorter than 150") func lengths() throws {
    let lengths = try Self.swift.map { file in
      (name(file), try text(file).split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    }
    #expect(lengths.filter { $0.1 > 400 }.map { "\($0.0): \($0.1)" } == [])
    let sorted = lengths.map(\.1).sorted()
    #expect(sorted.count > 100 && sorted[sorted.count / 2] <= 150)
  }

  @Test("nothing is put off in a comment") func postponed() throws {
    let words = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
    for file in Self.swift + Self.documents {
      let text = try text(file)
      #expect(words.filter { text.contains($0) } == [], "\(name(file))")
    }
  }

  @Test("every link of the documents leads somewhere", arguments: documents) func links(file: URL) throws {
    let folder = file.deletingLastPathComponent()
    for match in try text(file).matches(of: /\]\(([^()\s]+)\)/) where !match.1.contains("://") {
      let parts = match.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? file : folder.appendingPathComponent(String(parts[0]))
      let exists = FileManager.default.fileExists(atPath: target.path)
      #expect(exists, "\(name(file)) links to \(match.1)")
      guard exists, parts.count == 2 else { continue }
      #expect(anchors(try text(target)).contains(String(parts[1])), "\(name(file)) links to \(match.1)")
    }
  }

  @Test("every path that the documents name is there", arguments: documents) func paths(file: URL) throws {
    let folders = /`((?:Sources|Tests|Benchmarks|docs|examples|grammar|scripts)\/[\w\/+.\-]+)`/
    for match in try text(file).matches(of: folders) where !match.1.contains("NAME") {
      let path = Repository.path(String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(name(file)) names \(match.1)")
    }
  }

  /// The anchors of a document's headings, as GitHub makes them.
  private func anchors(_ markdown: String) -> Set<String> {
    let headings = markdown.split(separator: "\n").filter { $0.hasPrefix("#") }
    return Set(
      headings.map { heading in
        String(
          heading.drop { $0 == "#" }.dropFirst().lowercased().compactMap { letter -> Character? in
            if letter == " " { return "-" }
            return letter.isLetter || letter.isNumber || letter == "-" || letter == "_" ? letter : nil
          })
      })
  }
}
