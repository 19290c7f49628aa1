import Schema

/// The Alkire–Foster measures of groups of rows (criteria.md, Measures).
///
/// All comparisons are of integers: a row's score is the sum of the weights of what it lacks, and it is poor where the score
/// reaches the threshold of the cutoff.
package struct MeasurePlan: Sendable {
  /// Where what a row lacks is read.
  package enum Lacks: Sendable {
    /// Sets of a standard's indicators: those known to be lacking, and those undetermined.
    case sets(known: TypedExpression, open: TypedExpression)
    /// One condition an indicator.
    case conditions([TypedExpression])
  }

  package struct Indicator: Sendable {
    package var name: String
    /// Its element in the sets, or its place among the conditions.
    package var bit: Int
    /// Over the common denominator of all weights; not negative.
    package var weight: Int64

    package init(name: String, bit: Int, weight: Int64) {
      self.name = name
      self.bit = bit
      self.weight = weight
    }
  }

  package struct Cutoff: Sendable {
    /// As written: `3`, `1/3`, `33%`.
    package var text: String
    /// The number of lacks, where it is written as one.
    package var count: Int64?
    /// The least score that is poor.
    package var threshold: Int64

    package init(text: String, count: Int64?, threshold: Int64) {
      self.text = text
      self.count = count
      self.threshold = threshold
    }
  }

  package var lacks: Lacks
  /// At most 64.
  package var indicators: [Indicator]
  package var cutoffs: [Cutoff]
  /// Whether a row stands for an indicator of a group rather than for the group.
  package var listsIndicators: Bool
  /// The type of the column of indicators: an enum by its codes, or text.
  package var indicatorType: ValueType
  /// Keys, weight and options; its outputs are the names of the measures.
  package var grouping: Summarize

  /// Σ of the weights: the score of a row that lacks everything.
  package var whole: Int64 { indicators.reduce(0) { $0 + $1.weight } }

  /// Whether every cutoff is a number of lacks, so that the column `k` is of numbers.
  package var countsLacks: Bool { cutoffs.allSatisfy { $0.count != nil } }

  package init(
    lacks: Lacks, indicators: [Indicator], cutoffs: [Cutoff], listsIndicators: Bool,
    indicatorType: ValueType, grouping: Summarize
  ) {
    self.lacks = lacks
    self.indicators = indicators
    self.cutoffs = cutoffs
    self.listsIndicators = listsIndicators
    self.indicatorType = indicatorType
    self.grouping = grouping
  }
}
