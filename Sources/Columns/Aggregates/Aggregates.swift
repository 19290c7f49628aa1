/// The aggregates of the language, one static function each: a column and the groups of its rows in, one value a
/// group out.
///
/// All of them leave out missing values and count them; none returns NaN or an infinity. A value that a group has
/// known rows for but that cannot be computed is missing for the reason `notComputable`; one that has no known rows
/// to be computed from is missing for the reason `notRecorded`. With weights a row counts as if it stood that many
/// times, and a row of weight 0 as if it were not there.
package enum Aggregates {}
