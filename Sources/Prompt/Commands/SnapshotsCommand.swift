import Session
import Source

extension SessionCommand {
  /// `:snapshots`: what is loaded.
  static let snapshots = SessionCommand(
    name: "snapshots", arguments: "",
    summary: Localized(
      en: "the loaded snapshots; * is the one that queries read",
      vi: "các bộ dữ liệu đã nạp; * là bộ đang truy vấn"),
    run: { loop, _ in
      loop.show(loop.session.snapshotLines)
      return .stay
    })
}
