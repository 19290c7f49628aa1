import Foundation
import TestSupport
import Testing

/// The command as cli.md describes it: words, options, streams and exit statuses.
@Suite("Command")
struct CommandTests {
  static let data = Repository.goldens.appendingPathComponent("data").path
  static let earlier = Repository.goldens.appendingPathComponent("data-2022").path

  /// Runs, and requires an exit status.
  @discardableResult
  private func run(_ arguments: [String], input: String = "", status: Int32 = 0) throws -> Command.Outcome {
    let outcome = try Command(arguments, input: input).run()
    #expect(
      outcome.status == status && outcome.signal == nil,
      "\(arguments): \(outcome.ending)\n\(outcome.errorText)")
    return outcome
  }

  @Test("a program, a script, standard input, and a pipe are run alike") func ways() throws {
    let folder = try TemporaryFolder()
    let program = "households | count\n"
    let script = try folder.write("count.nep", program)
    let ways: [([String], String)] = [
      (["-c", program, Self.data], ""), (["run", "-c", program, Self.data], ""), ([script, Self.data], ""),
      (["run", script, Self.data], ""), (["run", "-", Self.data], program),
      (["-", Self.data], program),
    ]
    for (arguments, input) in ways {
      #expect(try run(arguments, input: input).outputText == "10\n", "\(arguments)")
    }
  }

  @Test("with no snapshot, the demonstration data is read, and that is said") func demonstration() throws {
    let outcome = try run([], input: "households | count")
    #expect(outcome.errorText.contains("demonstration"))
    #expect(outcome.outputText == "1,209\n")
    #expect(try run(["-c", "households | count"]).outputText == outcome.outputText)
    let named = try run(["-c", "households | count", Self.data])
    #expect(!named.errorText.contains("demonstration"))
  }

  @Test("a script is run from its own folder, with a first line for the shell") func shebang() throws {
    let folder = try TemporaryFolder()
    try folder.write("lib/views.nep", "let large = households | where size >= 5\n")
    let script = try folder.write(
      "main.nep", "#!/usr/bin/env nep\ninclude \"lib/views.nep\"\nlarge | count\n")
    #expect(try run([script, Self.data]).outputText == "3\n")
  }

  @Test("results go to standard output, all else to standard error") func streams() throws {
    let outcome = try run(["-c", "households | where income > 2_000_000 | count", Self.data, "--timing"])
    #expect(outcome.outputText == "3\n")
    let lines = outcome.errorText.split(separator: "\n").map(String.init)
    #expect(lines.contains("where: kept 3 · dropped 5 · undetermined 2 (income 2)"))
    let timing = try #require(lines.first { $0.hasPrefix("{") })
    let record = try JSONReader.read(timing)
    #expect(record[key: "statement"]?.number == 1 && record[key: "line"]?.number == 1)
    #expect(record[key: "rows"]?.number == 1 && record[key: "ms"]?.number ?? -1 >= 0)
    let quiet = try run(["-c", "households | where income > 2_000_000 | count", Self.data, "--quiet"])
    #expect(quiet.errors.isEmpty)
  }

  @Test("colour is off in a pipe, on where it is asked for") func color() throws {
    let escape = "\u{1B}["
    let wrong = ["-c", "households | where siz > 3", Self.data]
    #expect(!(try run(wrong, status: 2)).errorText.contains(escape))
    #expect(try run(wrong + ["--color", "always"], status: 2).errorText.contains(escape))
    for (name, value, expected) in [("CLICOLOR_FORCE", "1", true), ("NO_COLOR", "1", false)] {
      var command = Command(wrong)
      command.environment[name] = value
      #expect(try command.run().errorText.contains(escape) == expected, "\(name)")
    }
    var refused = Command(wrong + ["--color", "never"])
    refused.environment["CLICOLOR_FORCE"] = "1"
    #expect(!(try refused.run()).errorText.contains(escape))
  }

  @Test(
    "usage that is wrong ends with 2",
    arguments: [
      ["run", "-c", "1", "--format", "pdf"], ["run", "-c", "1", "--lang", "fr"], ["run", "--nonsense"],
      ["-c"], ["help", "N9999"], ["help", "nonsense"], ["demo"], ["fmt"], ["check"],
      ["-c", "1", "--color", "sometimes"], ["run", "nothing.nep"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try run(arguments, status: 2)
    #expect(!outcome.errors.isEmpty && outcome.output.isEmpty, "\(arguments)")
  }

  @Test("help and version end with 0") func help() throws {
    #expect(try run(["--version"]).outputText.contains("."))
    for arguments in [
      ["--help"], ["help"], ["run", "--help"], ["help", "N0201"], ["help", "sum"], ["help", "codes"],
    ] {
      #expect(!(try run(arguments)).output.isEmpty, "\(arguments)")
    }
    #expect(try run(["help", "functions"]).outputText.contains("quantile_share(x, a, b)"))
    #expect(try run(["help", "n0201", "--lang", "vi"]).outputText.hasPrefix("N0201: "))
  }

  @Test("a script's parameters: listed, given, spelt with hyphens, named like an option") func parameters()
    throws
  {
    let folder = try TemporaryFolder()
    let text = """
      ## How large a household must be
      param least_size: integer in 1..12 = 3 "Least size"
      param format: text = "x"
      param day: date
      households | where size >= $least_size | count
      $format
      $day
      """
    let script = try folder.write("p.nep", text)
    let help = try run(["run", script, "--help"]).outputText
    for word in ["least", "integer", "1..12", "Least size", "date"] {
      #expect(help.contains(word), "\(help)")
    }
    let forms = [
      ["--least-size", "5", "--day", "2023-01-02"], ["--least_size=5", "--day=2023-01-02"],
      ["--param", "least_size=5", "--param", "day=2023-01-02"],
    ]
    for form in forms {
      let outcome = try run(["run", script, Self.data, "--param", "format=y"] + form)
      #expect(outcome.outputText == "3\n\ny\n\n2023-01-02\n", "\(form)")
    }
    #expect(try run(["run", script, Self.data], status: 2).errorText.contains("N0404"))
    #expect(try run(["run", script, Self.data, "--day", "tomorrow"], status: 2).errorText.contains("N0405"))
    #expect(
      try run(["run", script, Self.data, "--day", "2023-01-02", "--most", "4"], status: 2).errorText.contains(
        "most"))
    #expect(try run(["run", script, Self.data, "--day"], status: 2).errorText.contains("--day"))
  }

  @Test("snapshots by folder and label; two of one label are refused") func snapshots() throws {
    let program = "households@2022 | count\nhouseholds@2023 | count\n"
    #expect(try run(["-c", program, Self.data, Self.earlier]).outputText == "9\n\n10\n")
    #expect(try run(["-c", program, "2022=\(Self.data)", "2023=\(Self.earlier)"]).outputText == "10\n\n9\n")
    #expect(
      try run(["-c", program, Self.data, "2023=\(Self.earlier)"], status: 2).errorText.contains("N0709"))
    let missing = try run(["-c", "households@2019 | count", Self.data, Self.earlier], status: 1)
    #expect(missing.errorText.contains("2022") && missing.errorText.contains("2023"))
  }

  @Test("check reports without running") func check() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("good.nep", "households | count by district\n")
    let bad = try folder.write("bad.nep", "households | count by distric\nmembers | whre age > 3\n")
    let passed = try run(["check", good, Self.data])
    #expect(passed.output.isEmpty && passed.errors.isEmpty)
    let failed = try run(["check", good, bad, Self.data, "--format", "json"], status: 2)
    let records = try #require(try JSONReader.read(failed.outputText).elements)
    #expect(records.compactMap { $0[key: "code"]?.text }.sorted() == ["N0116", "N0201"])
    #expect(records.allSatisfy { $0[key: "file"]?.text == bad && $0[key: "severity"]?.text == "error" })
    #expect(records.compactMap { $0[key: "line"]?.number }.sorted() == [1, 2])
    let keys = "code severity entity field key file line column count message".split(separator: " ").map(
      String.init)
    guard case .object(let members)? = records.first else { return }
    #expect(members.map(\.key) == keys)
  }

  @Test("check without a snapshot reads no data: names and types against the model alone") func modelOnly()
    throws
  {
    let folder = try TemporaryFolder()
    // Alone in its folder the command has no demonstration data to fall back on.
    let copy = folder.url.appendingPathComponent("nep")
    try FileManager.default.copyItem(at: Repository.nep, to: copy)
    func check(_ text: String) throws -> Command.Outcome {
      var command = Command(["check", try folder.write("script.nep", text)])
      command.executable = copy
      return try command.run()
    }
    let good = """
      households@2022 | where district = "Nơi nào đó" and class@2019 = poor | count by commune with empty
      use "later.neps" as 2024
      households@2024 | count
      """
    for statement in good.split(separator: "\n") {
      let outcome = try check("\(statement)\n")
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(statement): \(outcome.errorText)")
    }
    let wrong = try check("households | where incom > 3\nhouseholds | where class > 3\nhouses | count\n")
    #expect(wrong.status == 2)
    for text in ["N0201", "N0301", "N0205", "nep check SCRIPT SNAPSHOT"] {
      #expect(wrong.errorText.contains(text), "\(text): \(wrong.errorText)")
    }
  }

  @Test("snapshot info and check") func snapshotReports() throws {
    let info = try JSONReader.read(try run(["snapshot", "info", Self.data, "--format", "json"]).outputText)
    #expect(info[key: "label"]?.text == "2023" && info[key: "date"]?.text == "2023-12-20")
    #expect(info[key: "standard"]?.text == "decree_07_2021" && info[key: "covers"]?.text == "all")
    let rows = info[key: "entities"]?.elements?.map {
      "\($0[key: "name"]?.text ?? "") \($0[key: "rows"]?.number ?? 0)"
    }
    #expect(rows?.contains("households 10.0") == true && rows?.contains("wells 4.0") == true, "\(rows ?? [])")
    let checked = try run(["snapshot", "check", Self.data, "--format", "json"])
    let findings = try #require(try JSONReader.read(checked.outputText).elements)
    #expect(findings.count == 1 && findings[0][key: "code"]?.text == "N0664")
    #expect(findings[0][key: "key"]?.text == "K04" && findings[0][key: "line"]?.number == 9)
    #expect(try run(["snapshot", "info", "nowhere"], status: 1).errorText.contains("N0601"))
  }

  @Test("output files: by extension, by format, with a byte-order mark") func output() throws {
    let folder = try TemporaryFolder()
    let program = "households | count by class | take 1"
    for (name, format, expected) in [
      ("a.csv", nil, "class,count\npoor,3\n"), ("a.json", nil, "[{\"class\": \"poor\", \"count\": 3}]\n"),
      ("a.md", "csv", "class,count\npoor,3\n"),
    ] as [(String, String?, String)] {
      let options = format.map { ["--format", $0] } ?? []
      let outcome = try run(["-c", program, Self.data, "--output", folder.path(name)] + options)
      #expect(outcome.output.isEmpty)
      #expect(try folder.read(name) == expected, "\(name)")
    }
    let marked = try run(["-c", program, Self.data, "--format", "csv", "--bom"])
    #expect(marked.output.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test("save passes its rows on, and is relative to the working folder") func save() throws {
    let folder = try TemporaryFolder()
    var command = Command(
      ["run", "-", Self.data, "--format", "csv"],
      input: "households | count by area | save \"areas.tsv\" | sort count\n")
    command.folder = folder.url
    let outcome = try command.run()
    #expect(outcome.outputText == "area,count\nurban,3\nrural,7\n", "\(outcome.errorText)")
    #expect(outcome.errorText.contains("wrote areas.tsv (2 rows)"))
    #expect(try folder.read("areas.tsv") == "area\tcount\nrural\t7\nurban\t3\n")
  }

  @Test("a failed expectation ends with 3, and outputs are in place all the same") func expectation() throws {
    let folder = try TemporaryFolder()
    let program =
      "expect count(households) = 3 \"three\"\nhouseholds | count by area | save \"\(folder.path("a.csv"))\""
    let outcome = try run(["run", "-", Self.data], input: program, status: 3)
    #expect(outcome.errorText.contains("three"))
    #expect(try folder.read("a.csv") == "area,count\nrural,7\nurban,3\n")
  }

  @Test("before strictness comes a failed expectation, before that an error") func precedence() throws {
    let open = "households | where income > 3 | count\n"
    let broken = "expect count(households) = 3\n"
    let overflow = "households | derive income * 10_000_000_000_000 as huge | select huge\n"
    try run(["run", "-", Self.data, "--strict"], input: open, status: 5)
    try run(["run", "-", Self.data, "--strict"], input: open + broken, status: 3)
    try run(["run", "-", Self.data, "--strict"], input: open + broken + overflow, status: 1)
    try run(["run", "-", Self.data, "--strict"], input: open + broken + overflow + "nothing", status: 2)
  }

  static let demonstrationFiles =
    [
      "places", "households", "members", "agencies", "projects", "allocations", "supports", "models",
      "enrolments", "plans", "targets", "twinnings", "commendations", "documents", "requests",
    ].map { "\($0).csv" } + ["snapshot.yaml"]

  @Test("demo writes snapshots that load without findings; the same seed gives the same bytes") func demo()
    throws
  {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      try run(["demo", folder.path(name), "--households", "300", "--seed", "4"])
    }
    for year in ["2021", "2022", "2023"] {
      for file in Self.demonstrationFiles {
        #expect(
          try folder.bytes("a/\(year)/\(file)") == folder.bytes("b/\(year)/\(file)"), "\(year)/\(file)")
      }
      let checked = try run(["snapshot", "check", folder.path("a/\(year)"), "--format", "json"])
      #expect(try JSONReader.read(checked.outputText).elements?.count == 0, "\(checked.outputText)")
    }
    #expect(try run(["demo", folder.path("a")], status: 1).errorText.contains("not empty"))
  }

  @Test("demo --defects plants what checking finds, and says what it planted") func plantedDefects() throws {
    let folder = try TemporaryFolder()
    try run(["demo", folder.path("a"), "--years", "2023", "--defects"])
    let checked = try run(["snapshot", "check", folder.path("a"), "--format", "json", "--all"], status: 1)
    let codes = try JSONReader.read(checked.outputText).elements?.compactMap { $0[key: "code"]?.text } ?? []
    let planted = [
      "N0632", "N0634", "N0640", "N0641", "N0642", "N0643", "N0648", "N0660", "N0661", "N0662", "N0663",
      "N0664", "N0665", "N0666",
    ]
    #expect(Set(planted).subtracting(codes).isEmpty, "\(Set(codes).sorted())")
    #expect(String(decoding: try folder.bytes("a/snapshot.yaml"), as: UTF8.self).contains("# Planted"))
  }

  @Test("text is composed wherever it enters") func composed() throws {
    let program = "households | where district = \"Nam Trà My\" | count"
    let decomposed = program.decomposedStringWithCanonicalMapping
    #expect(Array(decomposed.utf8) != Array(program.utf8))
    #expect(try run(["-c", decomposed, Self.data]).outputText == "6\n")
    #expect(try run(["run", "-", Self.data], input: decomposed).outputText == "6\n")
    let script = "param d: district = \"Hội An\"\nhouseholds | where district = $d | count"
    let word = "Nam Trà My".decomposedStringWithCanonicalMapping
    #expect(try run(["run", "-", Self.data, "--d", word], input: script).outputText == "6\n")
  }

  @Test("no locale and no terminal show in results") func locale() throws {
    let program = "households | summarize mean(income) as m, share(class = poor) as p by commune"
    let outputs = try ["C", "vi_VN.UTF-8", "de_DE.UTF-8", "POSIX"].map { locale in
      var command = Command(["-c", program, Self.data])
      command.environment = ["LANG": locale, "LC_ALL": locale, "COLUMNS": "20", "TZ": "Asia/Ho_Chi_Minh"]
      return try command.run().output
    }
    #expect(Set(outputs).count == 1)
  }
}
