/// Sets made of conditions, and the one element of a set.
extension Kernels {
  /// The set, for each row, of the positions of the conditions that are true; with `isOpen` of those not known.
  ///
  /// - Parameter conditions: at most 64 columns of `count` rows.
  package static func flags(_ conditions: [BooleanColumn], isOpen: Bool, count: Int) -> SetColumn {
    var masks = ContiguousArray<UInt64>(repeating: 0, count: count)
    masks.withUnsafeMutableBufferPointer { masks in
      for (element, condition) in conditions.enumerated() {
        let flag: UInt64 = 1 << UInt64(element)
        if isOpen {
          guard let known = condition.validity.known else { continue }
          for row in (~known).positions { masks[Int(row)] |= flag }
        } else {
          for row in condition.bits.positions { masks[Int(row)] |= flag }
        }
      }
    }
    return SetColumn(masks)
  }

  /// The element of each set of one; missing, as not computable, for any other set.
  package static func sole(_ sets: SetColumn) -> CodeColumn {
    var codes = ContiguousArray<Int32>(repeating: CodeColumn.missing(.notComputable), count: sets.masks.count)
    for (row, mask) in sets.masks.enumerated()
    where mask != 0 && mask & (mask - 1) == 0 && sets.validity.isKnown(row) {
      codes[row] = Int32(mask.trailingZeroBitCount)
    }
    return CodeColumn(codes)
  }
}
