/// Shares `total` out by weight in whole numbers that add up to it exactly (largest remainders, the earlier
/// first where they tie), none above its limit.
///
/// Where the limits leave no room for all of `total`, each share is at its limit. Where every weight is a whole
/// number and they add up to `total`, the shares are the weights.
func apportion(_ total: Int, byWeight weights: [Double], limits: [Int]? = nil) -> [Int] {
  var shares = [Int](repeating: 0, count: weights.count)
  var open = weights.indices.filter { weights[$0] > 0 }
  var left = total
  if let limits {
    // A share that would pass its limit stays there; what it leaves goes to the others, which may pass theirs.
    var isSettled = false
    while !isSettled {
      let weight = open.reduce(0.0) { $0 + weights[$1] }
      let full = open.filter { Double(left) * weights[$0] / weight >= Double(limits[$0]) }
      isSettled = full.isEmpty
      for index in full {
        shares[index] = limits[index]
        left -= min(left, limits[index])
      }
      open.removeAll { full.contains($0) }
    }
  }
  let weight = open.reduce(0.0) { $0 + weights[$1] }
  var remainders: [(index: Int, part: Double)] = []
  var given = 0
  for index in open {
    let quota = Double(left) * weights[index] / weight
    shares[index] = Int(quota)
    given += Int(quota)
    remainders.append((index, quota - Double(Int(quota))))
  }
  remainders.sort { $0.part != $1.part ? $0.part > $1.part : $0.index < $1.index }
  for remainder in remainders.prefix(max(0, left - given)) { shares[remainder.index] += 1 }
  return shares
}
