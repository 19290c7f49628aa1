import ArgumentParser

@main
struct Nep: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "nep", version: "0.1.0")
}
