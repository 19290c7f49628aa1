import Schema

/// The members of households.
enum MemberEntity {
  static let entity = Entity(
    "members", singular: "member", bilingual("Thành viên", "Members"), key: ["household", "number"],
    fields: [
      .link("household", to: "households", "Hộ", "Household"),
      .integer("number", "Số thứ tự", "Number"),
      .text("name", "Họ tên", "Name", privacy: .personal),
      .one(of: relation, "relation", "Quan hệ với chủ hộ", "Relation to the head"),
      .one(of: sex, "sex", "Giới tính", "Sex"),
      .date("birth_date", "Ngày sinh", "Birth date", privacy: .personal),
      .integer("age", "Tuổi", "Age"),
      .one(of: Ethnicity.type, "ethnicity", "Dân tộc", "Ethnicity", privacy: .sensitive),
      .text("id_number", "Số định danh cá nhân", "Identity number", privacy: .personal),
      .one(of: job, "job", "Việc làm", "Job"),
      .boolean("contract", "Có hợp đồng lao động hoặc tự làm chủ", "Contract or own account"),
      .boolean("able_to_work", "Có khả năng lao động", "Able to work"),
      .boolean("insured", "Có bảo hiểm y tế", "Health insured"),
      .boolean("stunted", "Suy dinh dưỡng chiều cao theo tuổi", "Stunted", privacy: .sensitive),
      .boolean("underweight", "Suy dinh dưỡng cân nặng theo tuổi", "Underweight", privacy: .sensitive),
      .one(of: attending, "attending", "Đang học", "Attending"),
      .one(of: diploma, "highest_diploma", "Bằng cấp cao nhất", "Highest diploma"),
      .boolean("in_training", "Đang học nghề, đào tạo", "In training"),
      .one(of: disability, "disability", "Mức độ khuyết tật", "Disability", privacy: .sensitive),
      .boolean("social_allowance", "Hưởng trợ cấp xã hội hằng tháng", "Monthly social allowance"),
      .boolean("uses_internet", "Sử dụng internet", "Uses the internet"),
    ])

  private static let relation = EnumType(
    "relation",
    [
      value("head", "Chủ hộ", "Head"), value("spouse", "Vợ, chồng", "Spouse"),
      value("child", "Con", "Child"), value("parent", "Bố, mẹ", "Parent"),
      value("grandchild", "Cháu", "Grandchild"), value("sibling", "Anh, chị, em", "Sibling"),
      value("other", "Quan hệ khác", "Other relation"),
    ])

  private static let sex = EnumType("sex", [value("male", "Nam", "Male"), value("female", "Nữ", "Female")])

  private static let job = EnumType(
    "job",
    [
      value("employed", "Có việc làm", "Employed"), value("unemployed", "Không có việc làm", "Unemployed"),
      value("studying", "Đang đi học", "Studying"),
      value("inactive", "Không tham gia lao động", "Inactive"),
    ])

  private static let attending = EnumType(
    "attending", ordered: true,
    [
      value("none", "Không đi học", "Not attending"), value("preschool", "Mầm non", "Preschool"),
      value("primary", "Tiểu học", "Primary"), value("lower_secondary", "Trung học cơ sở", "Lower secondary"),
      value("upper_secondary", "Trung học phổ thông", "Upper secondary"),
      value("vocational", "Giáo dục nghề nghiệp", "Vocational"),
      value("university", "Đại học", "University"),
    ])

  private static let diploma = EnumType(
    "highest_diploma", ordered: true,
    [
      value("none", "Không có bằng cấp", "None"), value("primary", "Tiểu học", "Primary"),
      value("lower_secondary", "Trung học cơ sở", "Lower secondary"),
      value("upper_secondary", "Trung học phổ thông", "Upper secondary"),
      value("elementary", "Sơ cấp", "Elementary vocational"),
      value("intermediate", "Trung cấp", "Intermediate vocational"), value("college", "Cao đẳng", "College"),
      value("university", "Đại học", "University"),
    ])

  private static let disability = EnumType(
    "disability",
    [
      value("none", "Không khuyết tật", "None"), value("severe", "Khuyết tật nặng", "Severe"),
      value("extreme", "Khuyết tật đặc biệt nặng", "Extremely severe"),
      value("light", "Khuyết tật nhẹ", "Light"),
    ])
}
