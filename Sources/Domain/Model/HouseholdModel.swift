import Schema
import Source

/// The model of households and the programmes that help them: the only place that names a field.
///
/// The loader, the resolver, completion, `:schema`, the labels and the documentation all read this declaration.
package enum HouseholdModel {
  /// Every entity in model order with its fields, links and labels; every enum; the roles that entities play.
  package static let schema = Schema(
    entities: entities, enums: enums,
    roles: Roles(
      population: "households", size: "size", people: "members", peopleLink: "household", places: "places",
      levels: PlaceEntity.level.values.map(\.name),
      assessment: AssessmentRoles(
        classField: "class", recordedLacks: "recorded_lacks", score: "score_b",
        pointsPerLack: "points_per_lack", income: "income", incomeLine: "income_line",
        programme: ProgrammeRoles(
          supports: "supports", project: "project", date: "date", projects: "projects"))))

  private static let entities = [
    PlaceEntity.entity, HouseholdEntity.entity, MemberEntity.entity, AgencyEntity.entity,
    ProjectEntity.entity, AllocationEntity.entity, SupportEntity.entity, ModelEntity.entity,
    EnrolmentEntity.entity, PlanEntity.entity, TargetEntity.entity, TwinningEntity.entity,
    CommendationEntity.entity, DocumentEntity.entity, RequestEntity.entity,
  ]

  /// The enums of all fields, each once, in model order.
  private static let enums: [EnumType] = {
    var seen: Set<String> = []
    return entities.flatMap(\.fields).compactMap { field in
      switch field.type.kind {
      case .enumeration(let type), .set(let type): seen.insert(type.name).inserted ? type : nil
      default: nil
      }
    }
  }()
}
