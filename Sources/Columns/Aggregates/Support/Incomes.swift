/// What the indices of inequality share: values ascending in each group, their mean, and whether there is an index.
struct Incomes {
  let rows: ParticipatingRows
  let grouped: GroupedKeys
  /// The value at each position of `grouped`.
  let values: ContiguousArray<Double>
  /// The weight at each position of `grouped`; nil where every row stands once.
  let weights: ContiguousArray<Double>?
  let moments: GroupMeans
  /// False where a group has a negative value, or only zeros.
  let isComputable: ContiguousArray<Bool>

  init(_ column: Column, _ groups: GroupAssignment, _ weights: Weights?) {
    let ordered = OrderedKeys(column)
    rows = ParticipatingRows(known: ordered.known, groups, weights: weights)
    let ascending = GroupedKeys(ascending: ordered.keys, rows, groups)
    grouped = ascending
    values = Incomes.values(column, grouped.keys)
    self.weights = weights.map { weights in
      ContiguousArray(ascending.rows.map { weights.values[Int($0)] })
    }
    moments = GroupMeans(column, rows, groups, weights)
    var computable = ContiguousArray<Bool>()
    for group in 0..<groups.count {
      let range = grouped.range(group)
      let smallest = range.isEmpty ? 0 : values[range.lowerBound]
      computable.append(smallest >= 0 && moments.means[group] > 0)
    }
    isComputable = computable
  }

  /// Ordered keys read back as numbers, which is faster than going to their rows.
  private static func values(_ column: Column, _ keys: ContiguousArray<UInt64>) -> ContiguousArray<Double> {
    switch column {
    case .integer: ContiguousArray(keys.map { Double(OrderedBits.integer($0)) })
    case .number: ContiguousArray(keys.map { OrderedBits.number($0) })
    case .boolean: ContiguousArray(keys.map { Double($0) })
    case .code, .set, .list: preconditionFailure("only numbers are calculated with")
    }
  }

  /// Σ wᵢ f(xᵢ/μ) / Σ wᵢ of each group, over its values ascending.
  @inline(__always)
  func meanOfRatios(_ function: (Double) -> Double) -> ContiguousArray<Double> {
    var means = ContiguousArray<Double>()
    for group in isComputable.indices {
      var sum = CompensatedSum()
      if isComputable[group] {
        for index in grouped.range(group) {
          sum.add((weights.map { $0[index] } ?? 1) * function(values[index] / moments.means[group]))
        }
      }
      means.append(sum.value / moments.weights[group])
    }
    return means
  }

  /// An index from a value for each group that has one.
  func finish(_ index: (Int) -> Double) -> AggregateResult {
    var result = NumberResult(groups: isComputable.count)
    for group in isComputable.indices where !grouped.range(group).isEmpty {
      if isComputable[group] { result.set(group, index(group)) } else { result.setNotComputable(group) }
    }
    return result.finish(skipped: rows.skipped)
  }
}

/// The Lorenz curves of some groups: which part of the sum the lowest part of the rows has.
struct LorenzCurve {
  private let grouped: GroupedKeys
  /// Running weight and running sum up to and with each of the grouped rows.
  private var weight = ContiguousArray<Double>()
  private var amount = ContiguousArray<Double>()

  init(_ incomes: Incomes) {
    grouped = incomes.grouped
    for group in incomes.isComputable.indices {
      var runningWeight = CompensatedSum()
      var runningAmount = CompensatedSum()
      for index in grouped.range(group) {
        let times = incomes.weights.map { $0[index] } ?? 1
        runningWeight.add(times)
        runningAmount.add(times * incomes.values[index])
        weight.append(runningWeight.value)
        amount.append(runningAmount.value)
      }
    }
  }

  /// L(p), straight between the points of the curve; 0 at 0 and 1 at 1.
  func height(at p: Double, _ group: Int) -> Double {
    let range = grouped.range(group)
    guard let last = range.last, p > 0 else { return 0 }
    if p >= 1 { return 1 }
    let target = p * weight[last]
    var low = range.lowerBound
    var high = last
    while low < high {
      let middle = low + (high - low) / 2
      if weight[middle] < target { low = middle + 1 } else { high = middle }
    }
    let before =
      low == range.lowerBound ? (weight: 0, amount: 0) : (weight: weight[low - 1], amount: amount[low - 1])
    let part = (target - before.weight) / (weight[low] - before.weight)
    return (before.amount + part * (amount[low] - before.amount)) / amount[last]
  }
}
