/// The k-th smallest of some keys, without sorting them all.
enum Selection {
  /// The key that would stand at `range.lowerBound + k` if the range were sorted; afterwards no key before that
  /// position is larger, and none after it smaller.
  ///
  /// Complexity: linear on average; partitions that shrink too slowly end in a sort.
  static func select(_ keys: inout ContiguousArray<UInt64>, _ range: Range<Int>, _ k: Int) -> UInt64 {
    let target = range.lowerBound + k
    var low = range.lowerBound
    var high = range.upperBound - 1
    var patience = 2 * (Int.bitWidth - range.count.leadingZeroBitCount)
    while high - low > 16 {
      if patience == 0 {
        sort(&keys, low...high)
        return keys[target]
      }
      patience -= 1
      let (left, right) = partition(&keys, low, high)
      if target <= left {
        high = left
      } else if target >= right {
        low = right
      } else {
        return keys[target]
      }
    }
    insertionSort(&keys, low, high)
    return keys[target]
  }

  /// The key that would stand at `range.lowerBound + k` if the range were sorted.
  ///
  /// Complexity: linear. Large ranges are counted into buckets of their key, which unlike partitions costs no mistaken
  /// branches, and only the bucket that holds the rank is selected from.
  static func ranked(_ keys: ContiguousArray<UInt64>, _ range: Range<Int>, _ k: Int) -> UInt64 {
    guard range.count > 2048 else {
      var part = ContiguousArray(keys[range])
      return select(&part, 0..<part.count, k)
    }
    let part = keys.span.extracting(range)
    var lowest = UInt64.max
    var highest = UInt64.min
    for index in part.indices {
      lowest = min(lowest, part[index])
      highest = max(highest, part[index])
    }
    let shift = UInt64(max(0, 64 - (highest - lowest).leadingZeroBitCount - 11))
    var counts = ContiguousArray<Int>(repeating: 0, count: 2048)
    for index in part.indices { counts[Int(truncatingIfNeeded: (part[index] &- lowest) &>> shift)] += 1 }
    var before = 0
    var bucket = 0
    while before + counts[bucket] <= k {
      before += counts[bucket]
      bucket += 1
    }
    if shift == 0 { return lowest + UInt64(bucket) }
    var chosen = ContiguousArray<UInt64>(capacity: counts[bucket]) { output in
      for index in part.indices where Int(truncatingIfNeeded: (part[index] &- lowest) &>> shift) == bucket {
        output.append(part[index])
      }
    }
    return select(&chosen, 0..<chosen.count, k - before)
  }

  /// The key that would stand after the one at rank `k`, which is `key`, if the range were sorted; `key` itself where
  /// none does.
  static func successor(
    of key: UInt64, _ k: Int, _ keys: ContiguousArray<UInt64>, _ range: Range<Int>
  ) -> UInt64 {
    let part = keys.span.extracting(range)
    var atMost = 0
    var next = UInt64.max
    for index in part.indices {
      if part[index] <= key { atMost += 1 } else { next = min(next, part[index]) }
    }
    return atMost > k + 1 || atMost == part.count ? key : next
  }

  /// Hoare's partition about a middle key: what is at most at `left` and before is not above the pivot, what is at
  /// `right` and after not below it, and what lies between equals it.
  private static func partition(_ keys: inout ContiguousArray<UInt64>, _ low: Int, _ high: Int) -> (Int, Int)
  {
    let pivot = pivot(keys, low, high)
    var left = low
    var right = high
    while left <= right {
      while keys[left] < pivot { left += 1 }
      while keys[right] > pivot { right -= 1 }
      if left <= right {
        keys.swapAt(left, right)
        left += 1
        right -= 1
      }
    }
    return (right, left)
  }

  /// The median of three, of large ranges the median of three such medians.
  private static func pivot(_ keys: ContiguousArray<UInt64>, _ low: Int, _ high: Int) -> UInt64 {
    let middle = low + (high - low) / 2
    guard high - low > 512 else { return median(keys[low], keys[middle], keys[high]) }
    let step = (high - low) / 8
    return median(
      median(keys[low], keys[low + step], keys[low + 2 * step]),
      median(keys[middle - step], keys[middle], keys[middle + step]),
      median(keys[high - 2 * step], keys[high - step], keys[high]))
  }

  private static func median(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    max(min(a, b), min(max(a, b), c))
  }

  private static func insertionSort(_ keys: inout ContiguousArray<UInt64>, _ low: Int, _ high: Int) {
    guard low < high else { return }
    for index in low + 1...high {
      let key = keys[index]
      var place = index
      while place > low, keys[place - 1] > key {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
    }
  }

  private static func sort(_ keys: inout ContiguousArray<UInt64>, _ range: ClosedRange<Int>) {
    var part = ContiguousArray(keys[range])
    part.sort()
    for (index, key) in part.enumerated() { keys[range.lowerBound + index] = key }
  }
}
