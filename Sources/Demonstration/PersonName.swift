/// A name in the Vietnamese order; the parts are kept apart so that children take the family's.
struct PersonName {
  var family = ""
  var middle = ""
  var given = ""
}

/// Parts of names by people.
///
/// Names are put together from them by chance; no list of persons stands behind them.
struct NameParts {
  private let families: [String]
  private let middlesOfMen: [String]
  private let middlesOfWomen: [String]
  private let givenOfMen: [String]
  private let givenOfWomen: [String]

  func family(_ random: inout SeededRandom) -> String { random.pick(families, else: "") }

  func name(family: String, _ sex: Sex, _ random: inout SeededRandom) -> PersonName {
    PersonName(
      family: family,
      middle: random.pick(sex == .male ? middlesOfMen : middlesOfWomen, else: ""),
      given: random.pick(sex == .male ? givenOfMen : givenOfWomen, else: ""))
  }

  static func of(_ ethnicity: Ethnicity) -> NameParts {
    switch ethnicity {
    case .coTu: coTu
    case .xoDang, .mnong: xoDang
    case .gieTrieng: gieTrieng
    case .co: co
    case .muong, .tay, .nung, .thai: north
    case .kinh, .hoa: kinh
    }
  }

  /// Words of a text, a name each.
  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  private init(families: String, _ shared: NameParts? = nil, men: String = "", women: String = "") {
    self.families = Self.words(families)
    middlesOfMen = Self.words("Văn Văn Văn Văn Đức Hữu Minh Quang Thanh Ngọc Xuân Công Đình Quốc")
    middlesOfWomen = Self.words("Thị Thị Thị Thị Thị Thị Ngọc Thanh Thu Kim Mỹ Hồng Bích")
    givenOfMen = Self.words(men) + (shared?.givenOfMen ?? [])
    givenOfWomen = Self.words(women) + (shared?.givenOfWomen ?? [])
  }

  private static let kinh = NameParts(
    families: """
      Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Lê Phạm Phạm Huỳnh Huỳnh Phan Phan Võ Võ Đặng Bùi \
      Đỗ Hồ Ngô Dương Trương Đoàn Mai Đinh Lương Tạ Châu Cao Thái Lưu Ung
      """,
    men: """
      An Bảo Bình Chiến Cường Danh Dũng Dương Đạt Đông Đức Hải Hậu Hiền Hiếu Hòa Hoàng Hùng Huy Hưng Khánh Khoa \
      Kiên Lâm Lộc Long Mạnh Nam Nghĩa Nhân Phong Phúc Phước Quân Quý Sang Sinh Sơn Tài Tâm Tân Thành Thắng Thiện \
      Thịnh Thọ Tiến Toàn Trí Trung Tuấn Tùng Tường Vinh Vũ Vương
      """,
    women: """
      An Ánh Bình Cúc Diễm Diệu Dung Duyên Đào Điệp Giang Hà Hạnh Hằng Hiền Hoa Hòa Hồng Huệ Hương Lan Lành Lệ Liên \
      Linh Loan Ly Mai Mận My Nga Ngân Nguyệt Nhung Nở Oanh Phượng Quyên Sen Sương Tâm Thảo Thắm Thơ Thu Thủy Thúy \
      Trang Trâm Trinh Tuyết Vân Vy Xuân Yến
      """)
  private static let coTu = NameParts(
    families: """
      Alăng Alăng Alăng Arất Arâl Ating Bhling Bhnướch Bling Bríu Bríu Cơlâu Coor Hôih Ker Pơloong Pơloong Ploong \
      Tơngôl Zơrâm Zơrâm Nguyễn Lê Trần
      """, kinh, men: "Bhanh Bhông Crêl Dưn Nhúc Nhấp Pố Tươm Ưng Vêl Zích",
    women: "Bhới Chơm Điêu Nhơ Tâng")
  private static let xoDang = NameParts(
    families: "Hồ Hồ Hồ Hồ Hồ Nguyễn Nguyễn Đinh Trần Lê Phạm Võ", kinh,
    men: "Deo Diên Lai Liêu Nút Xênh",
    women: "Bưng Lênh Nhít Plế Tiêng Xuôi")
  private static let gieTrieng = NameParts(
    families: "Hồ Hồ Hồ Nguyễn Un Kring Hiên Bnướch Zơ-nông Y A Trần", kinh,
    men: "Blóc Ngheo Thơi Rê Nhôn Chênh",
    women: "Ngút Nhoai Hơi Đơi Chiên Bông")
  private static let co = NameParts(
    families: "Hồ Hồ Đinh Đinh Trần Nguyễn Phạm Huỳnh", kinh, men: "Dưỡng Liêng Xiên Út",
    women: "Liễu Lý Út")
  private static let north = NameParts(
    families: "Bùi Đinh Hà Hoàng Lò Lương Nông Quách Triệu Vi Lục Đàm", kinh)
}
