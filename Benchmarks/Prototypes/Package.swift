// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Prototypes",
  targets: [
    .executableTarget(
      name: "Prototypes",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
        .strictMemorySafety(),
      ])
  ],
  swiftLanguageModes: [.v6]
)
