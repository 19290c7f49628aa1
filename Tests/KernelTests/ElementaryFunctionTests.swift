import Columns
import Foundation
import Testing

/// The C library is the oracle; both may be wrong in the last place.
@Suite struct ElementaryFunctionTests {
  private let functions = ElementaryFunctions.shared

  private func isClose(_ a: Double, _ b: Double) -> Bool {
    if a == b || (a.isNaN && b.isNaN) { return true }
    return abs(a - b) <= max(b.ulp, b.nextDown.ulp)
  }

  @Test func agreesWithTheCLibrary() {
    var random = SeededGenerator(1900)
    var differences = 0
    for _ in 0..<30_000 {
      let x = Double.random(in: -745...710, using: &random)
      let y = Double(
        sign: .plus, exponent: random.below(2040) - 1022,
        significand: Double.random(in: 1..<2, using: &random))
      let z = Double.random(in: 0...3, using: &random)
      let w = Double.random(in: -40...40, using: &random)
      let pairs = [
        (functions.exponential(x), exp(x)), (functions.exponential(w), exp(w)),
        (functions.naturalLogarithm(y), log(y)), (functions.naturalLogarithm(z), log(z)),
        (functions.decimalLogarithm(y), log10(y)), (functions.power(z, w), pow(z, w)),
        (functions.power(y, w / 50), pow(y, w / 50)),
        (functions.power(1 + z / 1e6, w * 1e6), pow(1 + z / 1e6, w * 1e6)),
      ]
      for (mine, other) in pairs {
        #expect(isClose(mine, other))
        if mine != other { differences += 1 }
      }
    }
    // glibc's own bounds are near 0.51 (exp, log, pow) and 1 (log10) of the last place.
    #expect(differences < 30_000)
  }

  @Test func exactCases() {
    for n in -300...300 { #expect(functions.decimalLogarithm(Double("1e\(n)") ?? 0) == Double(n)) }
    for n in 0...22 { #expect(functions.power(10, Double(n)) == Double("1e\(n)")) }
    for n in -1074...1023 {
      #expect(functions.power(2, Double(n)) == Double(sign: .plus, exponent: n, significand: 1))
    }
    #expect(functions.exponential(0) == 1)
    #expect(functions.exponential(1) == 2.718281828459045)
    #expect(functions.naturalLogarithm(1) == 0)
    #expect(functions.power(2, 9) == 512)
    #expect(functions.power(-2, 3) == -8)
    #expect(functions.power(-2, 4) == 16)
    #expect(functions.power(-2, 0x1p60) == .infinity)
    #expect(functions.power(4, 0.5) == 2)
  }

  @Test func atTheEdges() {
    for x in [
      0, -0.0, Double.leastNonzeroMagnitude, 1e-300, 0.5, 1, 1.5, 2, 1e300, .greatestFiniteMagnitude, -1,
      -0.5, -3, -1e300,
    ] {
      for y in [
        0, Double.leastNonzeroMagnitude, 1e-300, 0.5, 1, 1.5, 2, 3, 1e10, 1e300, .greatestFiniteMagnitude,
      ] {
        for y in [y, -y] {
          let (mine, other) = (functions.power(x, y), pow(x, y))
          #expect(
            isClose(mine, other) || mine.magnitude == other.magnitude,
            "power(\(x), \(y)) = \(mine), not \(other)")
        }
      }
    }
    for x in [
      710, 709.8, 709.7, -745.1, -745.2, -744, 1e300, -1e300, Double.leastNonzeroMagnitude,
      -Double.leastNonzeroMagnitude,
    ] {
      #expect(isClose(functions.exponential(x), exp(x)))
    }
  }

  @Test func outsideTheDomainIsNotComputable() {
    let x = NumberColumn([-1, 0, 4, -9], Validity(known: Bitmap(words: [0b0111], count: 4)))
    let failed = Cell<Double>.missing(.notComputable)
    #expect(Kernels.sqrt(x).column.cells == [failed, .known(0), .known(2), .missing(.notRecorded)])
    #expect(Kernels.sqrt(x).notComputable == 1)
    #expect(Kernels.ln(x).notComputable == 2)
    #expect(Kernels.log10(x).notComputable == 2)
    #expect(Kernels.log10(x, active: Bitmap(words: [0b1101], count: 4)).notComputable == 1)
    #expect(Kernels.exp(NumberColumn([1000, -1000])).column.cells == [failed, .known(0)])
    #expect(Kernels.power(x, 0.5).notComputable == 1)
    #expect(Kernels.power(NumberColumn([0, 0]), NumberColumn([-1, 0])).column.cells == [failed, .known(1)])
    #expect(Kernels.power(NumberColumn([3, -3]), 2).column.values == [9, 9])
  }
}
