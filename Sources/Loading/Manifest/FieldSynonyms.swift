import Schema
import Source

/// The words by which exports call entities and fields, folded and without spaces or punctuation.
enum FieldSynonyms {
  /// The field of an entity that a column most likely holds.
  static func field(of entity: Entity, for column: String) -> String? {
    let word = plain(column)
    guard !word.isEmpty else { return nil }
    let fields = entity.fields.filter { $0.origin == .stored || entity.key.contains($0.name) }
    if let exact = fields.first(where: { plain($0.name) == word }) { return exact.name }
    if let known = synonyms[entity.name]?[word], entity.field(known) != nil { return known }
    if let known = shared[word], entity.field(known) != nil { return known }
    return fields.first { plain($0.label.vi) == word || plain($0.label.en) == word }?.name
  }

  /// The words for an entity, as file names use them.
  static func names(of entity: Entity) -> Set<String> {
    var names = Set([entity.name, entity.singular, entity.label.vi, entity.label.en].map(plain))
    names.formUnion(files[entity.name] ?? [])
    return names
  }

  /// Letters and digits alone, folded.
  static func plain(_ text: String) -> String {
    let kept = text.folded.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return String(String.UnicodeScalarView(kept))
  }

  private static let files: [String: Set<String>] = [
    "places": ["diaban", "donvihanhchinh", "dvhc", "danhmucdiaban", "thonxa"],
    "households": ["ho", "hogiadinh", "hongheo", "danhsachho", "dsho", "hongheocanngheo", "danhsachhongheo"],
    "members": ["thanhvien", "nhankhau", "thanhvienho", "dsthanhvien", "khau"],
    "agencies": ["coquan", "donvi"],
    "projects": ["duan", "tieuduan"],
    "allocations": ["phanbovon", "von", "giaingan"],
    "supports": ["hotro", "danhsachhotro"],
    "models": ["mohinh", "mohinhgiamngheo"],
    "enrolments": ["thamgiamohinh", "hothamgia"],
    "plans": ["phuongan", "kehoachthoatngheo"],
    "targets": ["chitieu"],
    "twinnings": ["ketnghia"],
    "commendations": ["khenthuong"],
    "documents": ["vanban"],
    "requests": ["dondenghi", "don"],
  ]

  private static let shared: [String: String] = [
    "maho": "household", "mahogiadinh": "household", "mahg": "household", "nam": "year", "diaban": "place",
    "madiaban": "place", "madv": "place", "duan": "project", "maduan": "project", "coquan": "agency",
    "macoquan": "agency", "donvi": "agency", "sotien": "amount", "kinhphi": "budget", "dantoc": "ethnicity",
    "mathon": "village", "maxa": "commune", "mahuyen": "district", "matinh": "province",
  ]

  private static let synonyms: [String: [String: String]] = [
    "places": [
      "ma": "code", "madiaban": "code", "madv": "code", "ten": "name", "tendiaban": "name", "cap": "level",
      "macha": "parent", "captren": "parent", "matren": "parent", "loai": "kind", "khuvuc": "area",
      "huyenngheo": "poor_district", "miennui": "mountain", "biengioi": "border",
      "tongsoho": "households_total",
      "tongsonhankhau": "people_total",
    ],
    "households": [
      "maho": "code", "mahogiadinh": "code", "hoid": "code", "householdid": "code", "hhid": "code",
      "chuho": "head_name", "hotenchuho": "head_name", "hovaten": "head_name", "tenchuho": "head_name",
      "sonhankhau": "size", "nhankhau": "size", "sokhau": "size", "hhsize": "size", "sothanhvien": "size",
      "thunhap": "income", "thunhapbinhquan": "income", "thunhapbq": "income", "thunhapbqthang": "income",
      "ketquarasoat": "class", "phanloai": "class", "loaiho": "class", "ketqua": "class", "doituong": "class",
      "phieub1": "score_a", "diema": "score_a", "diemb1": "score_a", "phieub2": "score_b", "diemb": "score_b",
      "diemb2": "score_b", "thieuhut": "recorded_lacks", "chisothieuhut": "recorded_lacks",
      "nguyennhan": "reasons", "nguyennhanngheo": "reasons", "khuvuc": "area", "thanhthinongthon": "area",
      "dantocthieuso": "ethnic_minority", "dtts": "ethnic_minority", "hodtts": "ethnic_minority",
      "dientich": "floor_area", "dientichnha": "floor_area", "dientichnhao": "floor_area",
      "nguonnuoc": "water_source", "nhatieu": "toilet_type", "nhavesinh": "toilet_type",
      "ngayrasoat": "reviewed_on", "thoigianrasoat": "reviewed_on", "diadiem": "place", "thon": "place",
      "mathon": "place", "dienbien": "change", "nhucau": "needs", "nhucauhotro": "needs",
      "congvoicachmang": "merit", "nguoicocong": "merit", "khananglaodong": "labour_capacity",
    ],
    "members": [
      "stt": "number", "sothutu": "number", "thutu": "number", "memberno": "number", "hoten": "name",
      "hovaten": "name", "ten": "name", "quanhe": "relation", "quanhevoichuho": "relation", "gioitinh": "sex",
      "ngaysinh": "birth_date", "ngaythangnamsinh": "birth_date", "tuoi": "age", "cccd": "id_number",
      "cmnd": "id_number", "socccd": "id_number", "sodinhdanh": "id_number", "vieclam": "job",
      "hopdong": "contract", "bhyt": "insured", "baohiemyte": "insured", "danghoc": "attending",
      "trinhdo": "highest_diploma", "bangcap": "highest_diploma", "khuyettat": "disability",
      "internet": "uses_internet", "householdid": "household",
    ],
  ]
}
