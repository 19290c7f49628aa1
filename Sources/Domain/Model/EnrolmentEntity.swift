import Schema

/// Which household joined which model, and when.
enum EnrolmentEntity {
  static let entity = Entity(
    "enrolments", singular: "enrolment", bilingual("Hộ tham gia mô hình", "Enrolments"), key: [],
    fields: [
      .link("model", to: "models", "Mô hình", "Model"),
      .link("household", to: "households", "Hộ", "Household"),
      .date("joined", "Ngày tham gia", "Joined"),
    ])
}
