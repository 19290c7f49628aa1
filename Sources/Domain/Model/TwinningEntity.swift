import Schema

/// An agency or enterprise that stands by a place or a household for some years.
enum TwinningEntity {
  static let entity = Entity(
    "twinnings", singular: "twinning", bilingual("Kết nghĩa", "Twinnings"), key: [],
    fields: [
      .link("agency", to: "agencies", "Cơ quan", "Agency"),
      .link("place", to: "places", "Địa bàn", "Place"),
      .link("household", to: "households", "Hộ", "Household"),
      .date("from", "Từ ngày", "From"),
      .date("to", "Đến ngày", "To"),
      .text("field", "Lĩnh vực", "Field"),
      .money("pledged", "Cam kết", "Pledged"),
      .money("delivered", "Thực hiện", "Delivered"),
    ])
}
