import Source
/// s
package struct Formatter {
  static func lines(_ program: Program, source: SourceText) -> String? { nil }
}
