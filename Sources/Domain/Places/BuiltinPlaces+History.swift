import Source

/// The units through time: what was in force on a day, and what became of it.
extension BuiltinPlaces {
  /// Every unit of Quảng Nam, and those of Đà Nẵng that came of it, once for each time between two changes; in the
  /// official order within a province, the older first where they share a code.
  package static let history: [PlaceUnit] = {
    let until2025 = quangNam.flatMap(beforeDaNang)
    return until2025 + daNang
  }()

  /// The units in force on a day written `2024-12-31`, each above those in it.
  package static func units(on day: String) -> [PlaceUnit] {
    let found = history.filter { $0.isInForce(on: day) }
    // The communes that moved to another district stand after those that it had, in the order of their codes.
    guard day >= QuangNamChanges.firstDayOf2025, day < DaNangUnits.firstDay else { return found }
    let top = found.filter { $0.level != "commune" }
    return top.flatMap { unit in
      [unit] + found.filter { $0.level == "commune" && $0.parent == unit.code }.sorted { $0.code < $1.code }
    }
  }

  /// Where the territory of a unit of one day lies on another, later or earlier: the codes in force then, in order.
  ///
  /// A unit of one level leads to others of it, but a district to the units of Đà Nẵng that its communes became part of.
  /// One code where it can be told; several where the unit was split, or, looking back, where it was made of several;
  /// empty where the unit is not known on the first day, or no source says what became of it.
  package static func codes(of code: String, on day: String, at other: String) -> [String] {
    guard let start = history.first(where: { $0.code == code && $0.isInForce(on: day) }) else { return [] }
    return other >= day ? later(start, until: other) : earlier(start, until: other)
  }

  private static func later(_ unit: PlaceUnit, until day: String) -> [String] {
    guard let last = unit.validTo, last < day else { return [unit.code] }
    let next = unit.successors.compactMap { code in
      history.first { unit in unit.code == code && dayAfter(last).map(unit.isInForce) ?? false }
    }
    return Set(next.flatMap { later($0, until: day) }).sorted()
  }

  private static func earlier(_ unit: PlaceUnit, until day: String) -> [String] {
    guard let first = unit.validFrom, day < first else { return [unit.code] }
    let before = history.filter { older in
      older.level == unit.level && older.successors.contains(unit.code)
        && older.validTo.flatMap(dayAfter) == first
    }
    return Set(before.flatMap { earlier($0, until: day) }).sorted()
  }

  private static func dayAfter(_ day: String) -> String? {
    CivilDate(iso: day).map { CivilDate(days: $0.days + 1).iso }
  }
}

// MARK: Making the units

extension BuiltinPlaces {
  /// A unit of 2024 at each of its times up to 30 June 2025.
  private static func beforeDaNang(_ unit: PlaceUnit) -> [PlaceUnit] {
    var times: [PlaceUnit] = []
    var current = unit
    if unit.level == "commune", let name = QuangNamChanges.communesBeforeWards[unit.code] {
      var rural = PlaceUnit(
        code: unit.code, name: name, level: unit.level, parent: unit.parent, kind: "xa", area: "rural",
        mountain: unit.mountain)
      rural.validTo = QuangNamChanges.lastDayBeforeWards
      rural.successors = [unit.code]
      times.append(rural)
      current.validFrom = QuangNamChanges.firstDayOfWards
    }
    let isOfMergedDistrict = unit.parent == QuangNamChanges.mergedDistrict
    if unit.code == QuangNamChanges.mergedDistrict {
      current.validTo = QuangNamChanges.lastDayOf2024
      current.successors = [QuangNamChanges.mergedInto]
      return times + [current]
    }
    if let heir = QuangNamChanges.ended[unit.code] {
      current.validTo = QuangNamChanges.lastDayOf2024
      current.successors = heir.map { [$0] } ?? []
      return times + [current]
    }
    let name = QuangNamChanges.renamed[unit.code]
    if isOfMergedDistrict || name != nil {
      var since = PlaceUnit(
        code: unit.code, name: name ?? unit.name, level: unit.level,
        parent: isOfMergedDistrict ? QuangNamChanges.mergedInto : unit.parent, kind: unit.kind,
        area: unit.area,
        mountain: unit.mountain)
      since.validFrom = QuangNamChanges.firstDayOf2025
      current.validTo = QuangNamChanges.lastDayOf2024
      current.successors = [unit.code]
      times.append(current)
      current = since
    }
    current.validTo = DaNangUnits.lastDayBefore
    current.successors = successorsInDaNang(of: current)
    return times + [current]
  }

  private static func successorsInDaNang(of unit: PlaceUnit) -> [String] {
    switch unit.level {
    case "province": return [DaNangUnits.cityCode]
    case "district":
      let codes = quangNam.filter {
        $0.parent == unit.code
          || unit.code == QuangNamChanges.mergedInto && $0.parent == QuangNamChanges.mergedDistrict
      }
      return Set(codes.compactMap { newUnitOfOld[$0.code] }).sorted()
    default: return newUnitOfOld[unit.code].map { [$0] } ?? []
    }
  }

  /// Lines `20335 P.Bàn Thạch: 20335 20362 20375`, apart.
  private static let lines: [(unit: Substring, parts: [String])] =
    DaNangUnits.communes.split(separator: "\n").compactMap { line in
      let halves = line.split(separator: ":", maxSplits: 1)
      return halves.count == 2 ? (halves[0], halves[1].split(separator: " ").map(String.init)) : nil
    }

  /// By the code of a commune on 30 June 2025, that of its unit of Đà Nẵng.
  private static let newUnitOfOld: [String: String] = {
    var codes: [String: String] = [:]
    for (unit, parts) in lines {
      let code = String(unit.prefix { $0 != " " })
      for part in parts { codes[part] = code }
    }
    return codes
  }()

  private static let daNang: [PlaceUnit] = {
    let mountain = Set(quangNam.filter { $0.mountain == true }.map(\.code))
    var city = PlaceUnit(
      code: DaNangUnits.cityCode, name: DaNangUnits.cityName, level: "province", parent: nil,
      kind: "thanh_pho")
    city.validFrom = DaNangUnits.firstDay
    return [city]
      + lines.compactMap { line in
        var unit = commune(
          line.unit, in: DaNangUnits.cityCode, mountain: line.parts.allSatisfy { mountain.contains($0) })
        unit?.validFrom = DaNangUnits.firstDay
        return unit
      }
  }()
}
