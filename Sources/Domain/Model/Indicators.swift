import Schema

/// The indicators of deprivation in basic social services, in the order of the Annex to Nghị định 07/2021/NĐ-CP;
/// then those that only other standards have.
enum Indicators {
  static let type = EnumType(
    "indicator",
    [
      value("employment", "Việc làm", "Employment"),
      value("dependents", "Người phụ thuộc trong hộ gia đình", "Dependents"),
      value("nutrition", "Dinh dưỡng", "Nutrition"),
      value("health_insurance", "Bảo hiểm y tế", "Health insurance"),
      value("adult_education", "Trình độ giáo dục của người lớn", "Adult education"),
      value("school_attendance", "Tình trạng đi học của trẻ em", "School attendance"),
      value("housing_quality", "Chất lượng nhà ở", "Housing quality"),
      value("housing_area", "Diện tích nhà ở bình quân đầu người", "Housing area"),
      value("water", "Nguồn nước sinh hoạt", "Water"),
      value("toilet", "Nhà tiêu hợp vệ sinh", "Toilet"),
      value("telecom", "Sử dụng dịch vụ viễn thông", "Telecommunications"),
      value("info_assets", "Phương tiện phục vụ tiếp cận thông tin", "Information assets"),
      value("waste", "Xử lý rác thải", "Waste"),
      value("health_access", "Tiếp cận các dịch vụ y tế", "Access to health care"),
    ])
}
