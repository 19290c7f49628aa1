/// The standards and rules that come with the program, each as the text of its file.
///
/// The files are written to be read beside the decree; nothing of the law stands in Swift.
package enum ShippedLaw {
  /// Every file by its name: the standards in the order in which they came into force, then the rules of programmes.
  package static let files: [(name: String, text: String)] = [
    ("decision_59_2015.nep", PackageResources.decision_59_2015_nep),
    ("decree_07_2021.nep", PackageResources.decree_07_2021_nep),
    ("dong_nai_2022.nep", PackageResources.dong_nai_2022_nep),
    ("decree_351_2025.nep", PackageResources.decree_351_2025_nep),
    ("programme_2021_2025.nep", PackageResources.programme_2021_2025_nep),
  ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
}
