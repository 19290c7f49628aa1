import Source

extension SyntaxCode {
  package var entry: CatalogueEntry {
    CatalogueEntry(.usage, Localized("{found}"), explanation: Localized(""))
  }
}
