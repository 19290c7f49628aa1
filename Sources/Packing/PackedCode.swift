import Source

/// Why a packed snapshot is refused.
package enum PackedCode: String, CaseIterable, DiagnosticCode {
  case notPacked = "N0901"
  case otherVersion = "N0902"
  case cutShort = "N0903"
  case damagedHeader = "N0904"
  case damagedBlock = "N0905"
  case malformed = "N0906"
  case changedWhileOpen = "N0907"
  case cannotPack = "N0908"

  package var entry: CatalogueEntry {
    let (sentence, explanation) = texts
    return CatalogueEntry(.failure, sentence, explanation: explanation)
  }

  private var texts: (Localized, Localized) {
    switch self {
    case .notPacked:
      (
        Localized(en: "{path} is no packed snapshot", vi: "{path} không phải bộ dữ liệu đóng gói"),
        Localized(
          en:
            "A packed snapshot is a file that `nep snapshot pack` wrote; a folder of CSV files is named as a folder.",
          vi: "Bộ dữ liệu đóng gói là tệp do `nep snapshot pack` ghi; thư mục tệp CSV thì nêu tên thư mục.")
      )
    case .otherVersion:
      (
        Localized(
          en: "{path} is of version {version} of the packed form, and this nep reads version {known}",
          vi: "{path} thuộc phiên bản {version} của dạng đóng gói, nep này đọc phiên bản {known}"),
        Localized(
          en: "Pack the snapshot again with this nep, or read the file with the nep that wrote it.",
          vi: "Hãy đóng gói lại bằng nep này, hoặc đọc tệp bằng nep đã ghi nó.")
      )
    case .cutShort:
      (
        Localized(
          en: "{path} has {found} bytes where {wanted} were written",
          vi: "{path} có {found} byte, trong khi đã ghi {wanted} byte"),
        Localized(
          en: "The file was cut short or added to, as by a copy that broke off. Copy or pack it again.",
          vi: "Tệp bị cắt ngắn hoặc nối thêm, như khi sao chép dở dang. Hãy sao chép hoặc đóng gói lại.")
      )
    case .damagedHeader:
      (
        Localized(en: "{path} is damaged in its {part}", vi: "{path} bị hỏng ở phần {part}"),
        Localized(
          en:
            "The header and the directory of a packed snapshot are checked when it is opened. Copy or pack it again.",
          vi: "Phần đầu và mục lục của tệp đóng gói được kiểm khi mở. Hãy sao chép hoặc đóng gói lại.")
      )
    case .damagedBlock:
      (
        Localized(
          en: "{path} is damaged in block {block} of {part}", vi: "{path} bị hỏng ở khối {block} của {part}"),
        Localized(
          en:
            "Each block of a packed snapshot has a checksum, compared when the block is first touched; no result is made of a damaged one. Copy or pack it again.",
          vi:
            "Mỗi khối của tệp đóng gói có mã kiểm, so khi khối được dùng lần đầu; không kết quả nào lấy từ khối hỏng. Hãy sao chép hoặc đóng gói lại."
        )
      )
    case .malformed:
      (
        Localized(
          en: "{path} contradicts itself in {part}: {problem}", vi: "{path} tự mâu thuẫn ở {part}: {problem}"),
        Localized(
          en:
            "The checksums are right and what they cover is not: another program wrote the file, or changed it. Pack the snapshot again.",
          vi: "Mã kiểm đúng nhưng nội dung sai: chương trình khác đã ghi hoặc sửa tệp. Hãy đóng gói lại.")
      )
    case .changedWhileOpen:
      (
        Localized(
          en: "{path} was changed while it was being read", vi: "{path} bị thay đổi trong lúc đang đọc"),
        Localized(
          en:
            "A packed snapshot must stay as it is while it is open; a new one takes its place by a new name.",
          vi: "Tệp đóng gói phải giữ nguyên khi đang mở; bản mới thay thế bằng cách đổi tên.")
      )
    case .cannotPack:
      (
        Localized(en: "{path} cannot be written: {reason}", vi: "không ghi được {path}: {reason}"),
        Localized(
          en:
            "A packed snapshot is written under a temporary name and then renamed; nothing half-written is left.",
          vi: "Tệp đóng gói được ghi dưới tên tạm rồi đổi tên; không để lại tệp dở dang.")
      )
    }
  }
}
