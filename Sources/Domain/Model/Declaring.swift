import Schema
import Source

// Short forms in which the declarations of this folder read as a table: name, Vietnamese label, English label.

/// A label in both languages.
func bilingual(_ vi: String, _ en: String) -> Localized { Localized(en: en, vi: vi) }

/// A value of an enum with its labels.
func value(_ name: String, _ vi: String, _ en: String) -> EnumValue { EnumValue(name, bilingual(vi, en)) }

/// The units of the model's fields.
enum Units {
  static let dong = Unit("đ")
  static let dongPerPersonMonth = Unit("đ/person/month")
  static let squareMetres = Unit("m²")
  static let scorePoints = Unit("points")
  static let persons = Unit("persons")
}

extension Field {
  static func text(_ name: String, _ vi: String, _ en: String, privacy: Privacy = .open) -> Field {
    Field(name, .text, bilingual(vi, en), privacy: privacy)
  }

  /// A key as people write it: text whose digits are never grouped.
  static func code(_ vi: String, _ en: String) -> Field {
    Field("code", ValueType(.text, display: .ungrouped), bilingual(vi, en))
  }

  static func integer(_ name: String, _ vi: String, _ en: String, unit: Unit? = nil) -> Field {
    Field(name, ValueType(.integer, unit: unit), bilingual(vi, en))
  }

  /// Whole đồng.
  static func money(_ name: String, _ vi: String, _ en: String, unit: Unit = Units.dong) -> Field {
    Field(name, ValueType(.integer, unit: unit), bilingual(vi, en))
  }

  static func number(_ name: String, _ vi: String, _ en: String, unit: Unit? = nil) -> Field {
    Field(name, ValueType(.number, unit: unit), bilingual(vi, en))
  }

  static func boolean(_ name: String, _ vi: String, _ en: String, privacy: Privacy = .open) -> Field {
    Field(name, .boolean, bilingual(vi, en), privacy: privacy)
  }

  static func date(_ name: String, _ vi: String, _ en: String, privacy: Privacy = .open) -> Field {
    Field(name, .date, bilingual(vi, en), privacy: privacy)
  }

  static func year(_ name: String, _ vi: String, _ en: String) -> Field {
    Field(name, .year, bilingual(vi, en))
  }

  static func one(
    of type: EnumType, _ name: String, _ vi: String, _ en: String, privacy: Privacy = .open
  ) -> Field {
    Field(name, ValueType(.enumeration(type)), bilingual(vi, en), privacy: privacy)
  }

  static func set(
    of type: EnumType, _ name: String, _ vi: String, _ en: String, privacy: Privacy = .open
  ) -> Field {
    Field(name, ValueType(.set(type)), bilingual(vi, en), privacy: privacy)
  }

  /// A to-one link, by the plural name of the entity that it leads to.
  static func link(_ name: String, to target: String, _ vi: String, _ en: String) -> Field {
    Field(name, ValueType(.entity(target, level: nil)), bilingual(vi, en))
  }

  /// The places at each level, lowest first, at or above the place in a link; the row itself where `link` is empty.
  static func placeLevels(above link: String) -> [Field] {
    [
      ("village", "Thôn, tổ", "Village"), ("commune", "Xã", "Commune"), ("district", "Huyện", "District"),
      ("province", "Tỉnh", "Province"),
    ].map { level, vi, en in
      Field(
        level, ValueType(.entity("places", level: level)), bilingual(vi, en),
        origin: .placeLevel(link: link, level: level))
    }
  }
}
