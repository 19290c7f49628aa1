import ArgumentParser
import Demonstration
import Foundation
import Source

/// `nep demo DIR`: a synthetic province to learn on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Write synthetic demonstration data: real places, invented people.")

  @Option(help: "How many households (the count of 2022; other years scale).")
  var households = 1200

  @Option(help: ArgumentHelp("2023, or 2021..2023.", valueName: "years"))
  var years = "2021..2023"

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("District codes parted by commas, or all.", valueName: "codes"))
  var districts: String?

  @Flag(help: "Plant the defects of real exports, for training.")
  var defects = false

  @Argument(help: "The folder to write; it must be new or empty.")
  var folder: String

  func run() throws {
    let bounds = years.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int($0) }
    guard let first = bounds.first, let last = bounds.last, first <= last, bounds.count <= 2 else {
      throw ValidationError("--years takes a year or a range such as 2021..2023, not \(years)")
    }
    var options = DemonstrationOptions(households: households, years: first...last, seed: seed)
    options.hasDefects = defects
    if let districts {
      options.districts = districts == "all" ? [] : districts.split(separator: ",").map(String.init)
    }
    do {
      try writeDemonstration(options, to: folder)
    } catch {
      FileHandle.standardError.write(Data("error: \(error.sentence)\n".utf8))
      throw CommandStatus(.failure)
    }
  }
}

extension DemonstrationError {
  /// What went wrong, in words.
  var sentence: String {
    switch self {
    case .folderNotEmpty(let path): "\(path) is not empty; name a new folder"
    case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)"
    case .unknownDistrict(let code): "no district has the code \(code)"
    case .unknownYear(let year): "there are no published totals of \(year)"
    case .noHouseholds: "there must be at least one household"
    }
  }
}
