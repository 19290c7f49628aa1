extension Aggregates {
  /// `correlation(x, y)`, Pearson's: Σ wᵢ(xᵢ − μx)(yᵢ − μy) / √(Σ wᵢ(xᵢ − μx)² · Σ wᵢ(yᵢ − μy)²) over the rows where
  /// both are known; not computable where either does not vary.
  package static func correlation(
    _ x: Column, _ y: Column, _ groups: GroupAssignment, weights: Weights? = nil
  ) -> AggregateResult {
    let first = NumericValues(x)
    let second = NumericValues(y)
    let rows = ParticipatingRows(known: bothKnown(first.known, second.known), groups, weights: weights)
    let xMeans = GroupMeans(x, rows, groups, weights)
    let yMeans = GroupMeans(y, rows, groups, weights)
    var products = ContiguousArray(repeating: CompensatedSum(), count: groups.count)
    var xSquares = products
    var ySquares = products
    let group = groups.groups
    let weight = weights?.values
    rows.forEach { row in
      let index = Int(group[row])
      let dx = first.values[row] - xMeans.means[index]
      let dy = second.values[row] - yMeans.means[index]
      let times = weight.map { $0[row] } ?? 1
      products[index].add(times * dx * dy)
      xSquares[index].add(times * dx * dx)
      ySquares[index].add(times * dy * dy)
    }
    var result = NumberResult(groups: groups.count)
    for index in products.indices where xMeans.weights[index] > 0 {
      let (a, b) = (xSquares[index].value, ySquares[index].value)
      let scale = (a * b).isNormal ? (a * b).squareRoot() : a.squareRoot() * b.squareRoot()
      let quotient = products[index].value / scale
      // Roundings may carry the quotient past 1; 0/0 stays NaN, which is not computable.
      result.set(index, quotient.isNaN ? .nan : max(-1, min(1, quotient)))
    }
    return result.finish(skipped: rows.skipped)
  }

  static func bothKnown(_ a: Bitmap?, _ b: Bitmap?) -> Bitmap? {
    guard let a, let b else { return a ?? b }
    return a & b
  }
}
