import Source

/// Why a snapshot cannot be exported.
package enum ExportCode: String, CaseIterable, DiagnosticCode {
  case targetExists = "N0921"
  case cannotExport = "N0922"

  package var entry: CatalogueEntry {
    switch self {
    case .targetExists:
      CatalogueEntry(
        .failure,
        Localized(en: "{path} is there already", vi: "{path} đã có sẵn"),
        explanation: Localized(
          en: "An export makes a new folder or a new file, and touches none that is there.",
          vi: "Lệnh xuất tạo thư mục hoặc tệp mới, không đụng đến cái có sẵn."))
    case .cannotExport:
      CatalogueEntry(
        .failure,
        Localized(en: "{path} cannot be written: {reason}", vi: "không ghi được {path}: {reason}"),
        explanation: Localized(
          en: "An export is written under a temporary name, which becomes its own when all is written.",
          vi: "Bản xuất được ghi dưới tên tạm, xong mới mang tên thật."))
    }
  }
}
