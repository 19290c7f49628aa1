/// A sum of doubles that carries the rounding error of each addition along (Knuth's TwoSum, as in Neumaier's
/// summation): its error does not grow with the number of terms.
///
/// Terms are added in row order within fixed runs of rows, and the runs in order, so a sum does not depend on anything
/// but the rows.
struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var compensation = 0.0

  init() {}

  @inline(__always)
  mutating func add(_ term: Double) {
    let next = sum + term
    let added = next - sum
    compensation += (sum - (next - added)) + (term - added)
    sum = next
  }

  /// Adds the sum of the rows that follow.
  mutating func add(_ next: CompensatedSum) {
    add(next.sum)
    compensation += next.compensation
  }

  /// The sum; not finite where it left the range of doubles on the way.
  var value: Double { sum + compensation }
}
