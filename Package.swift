// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: the language's strictest mode, so that what compiles here keeps compiling.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A stage of the pipeline; `imports` are the only targets that it may see, and all of them lie below it.
func stage(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

/// Tests of a stage, or of the whole.
func tests(_ name: String, imports: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: imports, swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "nep",
  products: [.executable(name: "nep", targets: ["nep"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),

    // Text and blame; storage; the shape of data.
    stage("Source"),
    stage("Columns"),
    stage("Schema", imports: ["Source"]),

    // The domain, declared once, and a snapshot of it in memory.
    stage("Domain", imports: ["Schema"]),
    stage("Store", imports: ["Columns", "Schema", "Source"]),
    stage("Loading", imports: ["Store", "Columns", "Schema", "Domain", "Source", yams]),

    // The law: files of the language, compiled in.
    .target(name: "Standards", resources: [.embedInCode("Law")], swiftSettings: strict),

    // The language: text → tokens → tree → typed plan → columns → result → bytes.
    stage("Syntax", imports: ["Source"]),
    stage("Plan", imports: ["Schema", "Source"]),
    stage("Resolve", imports: ["Syntax", "Plan", "Store", "Columns", "Schema", "Source"]),
    stage("Results", imports: ["Columns", "Schema"]),
    stage("Execution", imports: ["Plan", "Results", "Store", "Columns", "Schema", "Source"]),
    stage("Rendering", imports: ["Results", "Columns", "Schema", "Source"]),

    // The command.
    stage("Demonstration", imports: ["Domain", "Schema"]),
    stage(
      "Session",
      imports: [
        "Syntax", "Resolve", "Plan", "Execution", "Results", "Rendering", "Loading", "Store",
        "Domain", "Standards", "Schema", "Columns", "Source",
      ]),
    stage("Prompt", imports: ["CEditline", "Session", "Source"]),
    .executableTarget(
      name: "nep",
      dependencies: ["Session", "Prompt", "Demonstration", "Source", arguments],
      swiftSettings: strict),

    // What tests share: the command as a process, cases with their exact results, the root of the checkout.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("ColumnsTests", imports: ["Columns"]),
    tests("KernelTests", imports: ["Columns"]),
    tests("SyntaxTests", imports: ["Syntax", "Source"]),
    tests("RenderingTests", imports: ["Rendering", "Results", "Columns", "Schema", "Source"]),
    tests("LoadingTests", imports: ["Loading", "Domain", "Store", "Schema", "Columns", "Source"]),
    tests("GoldenTests", imports: ["TestSupport", "Session", "Source"]),
    tests("PromptTests", imports: ["Prompt", "Session", "Rendering", "TestSupport", "Source"]),
    tests("DocumentTests", imports: ["TestSupport", "Session", "Syntax", "Plan", "Source"]),
    tests("SharedTests", imports: ["TestSupport", "Domain"]),
    tests(
      "OracleTests",
      imports: [
        "TestSupport", "Syntax", "Resolve", "Plan", "Execution", "Results", "Session", "Store", "Schema",
        "Columns", "Source",
      ]),
  ]
)
