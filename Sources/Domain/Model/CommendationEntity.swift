import Schema

/// Commendations of a movement, each of one household, model, agency or place.
enum CommendationEntity {
  static let entity = Entity(
    "commendations", singular: "commendation", bilingual("Khen thưởng", "Commendations"), key: [],
    fields: [
      .year("year", "Năm", "Year"),
      .text("movement", "Phong trào", "Movement"),
      .text("level", "Cấp khen", "Level"),
      .text("title", "Danh hiệu", "Title"),
      .link("household", to: "households", "Hộ", "Household"),
      .link("model", to: "models", "Mô hình", "Model"),
      .link("agency", to: "agencies", "Cơ quan", "Agency"),
      .link("place", to: "places", "Địa bàn", "Place"),
    ])
}
