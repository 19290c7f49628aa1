extension AnyMembers {
  /// The whole query as one loop over the members, written out by hand for this condition.
  func perMember() -> Ledger {
    var ledger = Ledger()
    let starts = snapshot.memberStart.span
    for household in 0..<snapshot.count {
      let verdict = judge(Int(starts[household])..<Int(starts[household + 1]))
      if verdict.isTrue {
        ledger.kept &+= 1
      } else if verdict.age || verdict.insured {
        ledger.undetermined &+= 1
        if verdict.age { ledger.causedByAge &+= 1 }
        if verdict.insured { ledger.causedByInsured &+= 1 }
      } else {
        ledger.dropped &+= 1
      }
    }
    return ledger
  }

  /// The causes of households known to be open.
  func findCauses(of households: Span<Int32>, into ledger: inout Ledger) {
    let starts = snapshot.memberStart.span
    for index in households.indices {
      let household = Int(households[index])
      let verdict = judge(Int(starts[household])..<Int(starts[household + 1]))
      if verdict.age { ledger.causedByAge &+= 1 }
      if verdict.insured { ledger.causedByInsured &+= 1 }
    }
  }

  /// Whether one of `members` fulfils the condition, and else which fields leave one of them open.
  @inline(__always)
  private func judge(_ members: Range<Int>) -> (isTrue: Bool, age: Bool, insured: Bool) {
    let ages = snapshot.age.values.span
    let ageKnown = snapshot.age.known.words.span
    let insuredTrue = snapshot.insured.isTrue.words.span
    let insuredKnown = snapshot.insured.isKnown.words.span
    var byAge = false
    var byInsured = false
    for member in members {
      let shift = UInt64(truncatingIfNeeded: member & 63)
      let hasAge = (ageKnown[member >> 6] &>> shift) & 1 == 1
      let hasInsured = (insuredKnown[member >> 6] &>> shift) & 1 == 1
      let isOld = hasAge && ages[member] >= AnyMembers.schoolAge
      let isInsured = (insuredTrue[member >> 6] &>> shift) & 1 == 1
      if isInsured || (hasAge && !isOld) { continue }
      if isOld && hasInsured { return (true, false, false) }
      byAge = byAge || !hasAge
      byInsured = byInsured || !hasInsured
    }
    return (false, byAge, byInsured)
  }
}
