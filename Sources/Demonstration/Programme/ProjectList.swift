/// The programme of 2021–2025 (Quyết định 90/QĐ-TTg), its seven projects and their sub-projects.
///
/// Names of projects are the published ones; which department leads which of them in the province is an assumption
/// of the generator, made from the ministries that lead them.
struct ProjectList {
  let code: String
  let name: String
  let parent: String
  let lead: String

  private init(_ code: String, _ name: String, in parent: String = "NTP", lead: String) {
    self.code = code
    self.name = name
    self.parent = parent
    self.lead = lead
  }

  static let all: [ProjectList] = [
    ProjectList("NTP", "Chương trình MTQG giảm nghèo bền vững 2021-2025", in: "", lead: "UBNDT"),
    ProjectList(
      "DA1",
      "Hỗ trợ đầu tư phát triển hạ tầng các huyện nghèo và xã ĐBKK vùng bãi ngang ven biển và hải đảo",
      lead: "SLDTBXH"),
    ProjectList("DA1.1", "Đầu tư hạ tầng kinh tế - xã hội", in: "DA1", lead: "SLDTBXH"),
    ProjectList("DA1.2", "Hỗ trợ một số huyện nghèo thoát nghèo", in: "DA1", lead: "SLDTBXH"),
    ProjectList("DA2", "Đa dạng hóa sinh kế và phát triển mô hình giảm nghèo", lead: "SLDTBXH"),
    ProjectList("DA3", "Hỗ trợ phát triển sản xuất và cải thiện dinh dưỡng", lead: "SNNPTNT"),
    ProjectList("DA3.1", "Phát triển sản xuất nông nghiệp", in: "DA3", lead: "SNNPTNT"),
    ProjectList("DA3.2", "Cải thiện dinh dưỡng", in: "DA3", lead: "SYT"),
    ProjectList("DA4", "Phát triển giáo dục nghề nghiệp và việc làm bền vững", lead: "SLDTBXH"),
    ProjectList(
      "DA4.1", "Giáo dục nghề nghiệp vùng nghèo vùng khó khăn", in: "DA4", lead: "SLDTBXH"),
    ProjectList(
      "DA4.2", "Lao động đi làm việc ở nước ngoài theo hợp đồng", in: "DA4", lead: "SLDTBXH"),
    ProjectList("DA4.3", "Việc làm bền vững", in: "DA4", lead: "SLDTBXH"),
    ProjectList(
      "DA5", "Hỗ trợ nhà ở cho hộ nghèo và hộ cận nghèo trên địa bàn các huyện nghèo", lead: "SXD"),
    ProjectList("DA6", "Truyền thông và giảm nghèo về thông tin", lead: "STTTT"),
    ProjectList("DA6.1", "Giảm nghèo về thông tin", in: "DA6", lead: "STTTT"),
    ProjectList("DA6.2", "Truyền thông về giảm nghèo đa chiều", in: "DA6", lead: "SLDTBXH"),
    ProjectList("DA7", "Nâng cao năng lực và giám sát đánh giá Chương trình", lead: "SLDTBXH"),
    ProjectList("DA7.1", "Nâng cao năng lực", in: "DA7", lead: "SLDTBXH"),
    ProjectList("DA7.2", "Giám sát và đánh giá", in: "DA7", lead: "SLDTBXH"),
  ]

  static func lead(of code: String) -> String { all.first { $0.code == code }?.lead ?? "" }
}
