import Domain
import Testing

/// The built-in units through time, as domain facts 6 states them.
@Suite struct BuiltinPlacesTests {
  static func counts(on day: String) -> [String: Int] {
    Dictionary(grouping: BuiltinPlaces.units(on: day), by: \.level).mapValues(\.count)
  }

  @Test func theNumbersOfUnits() {
    #expect(Self.counts(on: "2023-12-15") == ["province": 1, "district": 18, "commune": 241])
    #expect(Self.counts(on: "2024-12-31") == ["province": 1, "district": 18, "commune": 241])
    #expect(Self.counts(on: "2025-01-01") == ["province": 1, "district": 17, "commune": 233])
    #expect(Self.counts(on: "2025-06-30") == ["province": 1, "district": 17, "commune": 233])
    #expect(Self.counts(on: "2025-07-01") == ["province": 1, "commune": 78])
    #expect(BuiltinPlaces.units(on: "2024-06-30").map(\.code) == BuiltinPlaces.quangNam.map(\.code))
  }

  @Test func everyUnitIsInForceOnceOnADay() {
    for day in [
      "2021-12-15", "2023-04-09", "2023-04-10", "2024-12-31", "2025-01-01", "2025-06-30", "2026-01-01",
    ] {
      let codes = BuiltinPlaces.units(on: day).map(\.code)
      #expect(Set(codes).count == codes.count, "\(day)")
    }
  }

  @Test func aCodeMeansNothingWithoutADate() {
    func name(_ code: String, _ day: String) -> String? {
      BuiltinPlaces.units(on: day).first { $0.code == code }.map { "\($0.kind) \($0.name)" }
    }
    #expect(name("20656", "2022-12-31") == "xa Quế Trung")
    #expect(name("20656", "2024-12-31") == "thi_tran Trung Phước")
    #expect(name("20656", "2025-07-01") == "xa Nông Sơn")
    #expect(name("20410", "2025-06-30") == "phuong Sơn Phong")
    #expect(name("20410", "2025-07-01") == "phuong Hội An")
    #expect(name("519", "2025-01-01") == nil)
  }

  @Test func theCrosswalkGoesBothWays() {
    #expect(BuiltinPlaces.codes(of: "20656", on: "2022-12-15", at: "2025-12-15") == ["20656"])
    #expect(BuiltinPlaces.codes(of: "20692", on: "2024-12-15", at: "2025-12-15") == ["20669"])
    #expect(BuiltinPlaces.codes(of: "20822", on: "2023-12-15", at: "2025-12-15") == ["20818"])
    #expect(BuiltinPlaces.codes(of: "519", on: "2023-12-15", at: "2025-03-01") == ["509"])
    #expect(BuiltinPlaces.codes(of: "49", on: "2023-12-15", at: "2025-12-15") == ["48"])
    #expect(BuiltinPlaces.codes(of: "516", on: "2023-12-15", at: "2025-12-15").count == 5)
    #expect(
      BuiltinPlaces.codes(of: "20669", on: "2025-12-15", at: "2025-03-01") == ["20668", "20669", "20692"])
    #expect(
      BuiltinPlaces.codes(of: "20335", on: "2025-12-15", at: "2023-12-15") == ["20335", "20362", "20375"])
    // What became of Sơn Viên no source says.
    #expect(BuiltinPlaces.codes(of: "20672", on: "2024-12-15", at: "2025-12-15") == [])
    #expect(BuiltinPlaces.codes(of: "20672", on: "2025-03-01", at: "2025-12-15") == [])
  }

  @Test func anAreaCanChangeWithoutAHousehold() {
    func area(_ code: String, _ day: String) -> String? {
      BuiltinPlaces.units(on: day).first { $0.code == code }?.area
    }
    #expect(area("20359", "2025-06-30") == "rural")
    #expect(BuiltinPlaces.codes(of: "20359", on: "2025-06-30", at: "2025-07-01") == ["20356"])
    #expect(area("20356", "2025-07-01") == "urban")
    #expect(area("20965", "2025-06-30") == "urban")
    #expect(area("20965", "2025-07-01") == "rural")
  }
}
