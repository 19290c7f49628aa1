import Loading
import Testing

/// Manifests guessed from headers load what they were guessed from.
@Suite struct GuessTests {
  @Test func vietnameseHeaders() throws {
    let files = [
      "Danh sách hộ nghèo.csv":
        "Mã hộ;Họ tên chủ hộ;Dân tộc;Số nhân khẩu;Thu nhập;Kết quả rà soát;Ghi chú\nH1;A;Co;3;1.500.000;Hộ nghèo;x\n",
      "thanh_vien.csv": "Mã hộ,STT,Họ tên,Giới tính,Ngày sinh\nH1,1,A,Nam,1/2/1980\n",
      "khac.csv": "a,b\n1,2\n",
    ]
    let folder = try SnapshotFolder(files)
    let (text, tables) = guessManifest(folder: folder.path)
    #expect(tables == 2)
    #expect(
      text.contains(
        """
        numbers: vi
        entities:
          households:
            file: "Danh sách hộ nghèo.csv"
            columns:
              code: "Mã hộ"
              head_name: "Họ tên chủ hộ"
              ethnicity: "Dân tộc"
              size: "Số nhân khẩu"
              income: "Thu nhập"
              class: "Kết quả rà soát"
            # columns without a field: Ghi chú
          members:
            file: "thanh_vien.csv"
            columns:
              household: "Mã hộ"
              number: "STT"
              name: "Họ tên"
              sex: "Giới tính"
              birth_date: "Ngày sinh"
          # khac.csv: no entity fits its header
        """))
    let guessed = try SnapshotFolder(files.merging(["snapshot.yaml": text]) { own, _ in own })
    let snapshot = try guessed.load()
    #expect(snapshot.texts("households", "income") == ["1500000"])
    #expect(snapshot.texts("households", "class") == ["poor"])
    #expect(snapshot.texts("members", "birth_date") == ["1980-02-01"])
    #expect(snapshot.keys("members") == ["H1/1"])
  }
}
