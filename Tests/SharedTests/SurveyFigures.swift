/// The stated figures: what each means, the program that asks for it, and what pandas and NumPy give.
extension SurveyTests {
  static let stated: [Figure] = [
    Figure("rows of households.csv", "households | count", 5999),
    Figure("rows of members.csv", "members | count", 27765),
    Figure(
      "Gini of expenditure a head, each household counted as often as it has persons",
      "households | summarize gini(spent / size) weighted by size", 0.36514984361606473),
    Figure(
      "Gini of expenditure a head, each household once", "households | summarize gini(spent / size)",
      0.3730619279247123),
    Figure(
      "persons below 1,789.871 thousand đồng a head: headcount, gap and severity",
      """
      households | derive spent / size as each
      | summarize fgt(each, 1_789.871, 0) as h, poverty_gap(each, 1_789.871) as g, fgt(each, 1_789.871, 2) as s
        weighted by size
      """, 0.31575993545897785, 0.07966510405606009, 0.0296836119615803),
    Figure(
      "the same of households", "households | summarize fgt(spent / size, 1_789.871, 1) as g",
      0.06688807773519076),
    Figure(
      "households with a member who was ill; households without members",
      "households | summarize count(where any(members where illnesses > 0)) as ill, count(where not any(members)) as empty",
      4583, 258),
    Figure(
      "the five communes of the highest median expenditure, with the median",
      "households | summarize median(spent) by cluster | top 5 by median_spent",
      13, 41448.196, 33, 33739.7295, 7, 32821.859, 8, 32793.45, 14, 32646.268),
    Figure(
      "the two lowest", "households | summarize median(spent) by cluster | bottom 2 by median_spent",
      129, 3569.3455, 140, 4360.8265),
    Figure("sample clusters", "households | summarize distinct(cluster)", 194),
  ]

  static let distribution: [Figure] = [
    Figure(
      "quantiles of expenditure a head by linear interpolation at rank (n − 1)p",
      """
      households | derive spent / size as each
      | summarize quantile(each, 0.05) as a, quantile(each, 0.1) as b, quantile(each, 0.25) as c, median(each) as d,
        quantile(each, 0.75) as e, quantile(each, 0.9) as f, quantile(each, 0.99) as g
      """, 1064.2045, 1283.4609392857142, 1726.491857142857, 2444.4966666666664, 3831.0363749999997,
      6257.0346, 14669.306739999996),
    Figure(
      "quantiles of persons: the least value whose running weight passes p of the whole",
      """
      households | derive spent / size as each
      | summarize quantile(each, 0.1) as a, quantile(each, 0.25) as b, median(each) as c, quantile(each, 0.75) as d,
        quantile(each, 0.9) as e weighted by size
      """, 1207.5187142857142, 1623.8525, 2301.9519999999998, 3545.696, 5654.6331666666665),
    Figure(
      "mean, sum, least and greatest",
      "households | summarize mean(spent) as a, sum(spent) as b, min(spent) as c, max(spent) as d",
      14599.228445407569, 87580771.444, 694.442, 199270.803),
    Figure(
      "mean a head, of households and of persons",
      "households | summarize mean(spent / size) as a\nhouseholds | summarize mean(spent / size) as a weighted by size",
      3316.8451987650915, 3072.0394066435165),
    Figure(
      "parts of the sum: lowest 40 %, middle, highest 10 % of the Lorenz curve, straight between points",
      """
      households | derive spent / size as each
      | summarize quantile_share(each, 0, 0.4) as a, quantile_share(each, 0.4, 0.9) as b, quantile_share(each, 0.9, 1) as c
      """, 0.1858756745838682, 0.513786003408354, 0.30033832200777777),
    Figure(
      "health care is missing in 993 rows: known, mean, median, sum, ninth decile",
      """
      households | summarize count(health) as a, mean(health) as b, median(health) as c, sum(health) as d,
        quantile(health, 0.9) as e
      """, 5006, 1821.662713943268, 585, 9119243.546, 3937.4995),
    Figure(
      "income from the expression: sum, median, least, greatest in whole đồng",
      "households | summarize sum(income) as a, median(income) as b, min(income) as c, max(income) as d",
      1658146191, 203708, 27903, 4129106),
  ]

  static let spread: [Figure] = [
    Figure(
      "standard deviation and variance by n − 1",
      "households | summarize stddev(spent) as a, variance(spent) as b", 12582.306778487675, 158314443.8679769
    ),
    Figure(
      "variance of persons: squared distances from the weighted mean over W − 1",
      "households | summarize variance(spent / size) as a, stddev(spent / size) as b weighted by size",
      6652806.684377548, 2579.3035269966867),
    Figure(
      "Theil, of households and of persons: mean of (x/μ) ln(x/μ)",
      "households | summarize theil(spent / size) as a\nhouseholds | summarize theil(spent / size) as a weighted by size",
      0.25438857446220475, 0.24273473398502116),
    Figure(
      "Atkinson at 0.5, 1 and 2",
      """
      households | derive spent / size as each
      | summarize atkinson(each, 0.5) as a, atkinson(each, 1) as b, atkinson(each, 2) as c
      """, 0.11307858963099449, 0.20244740691673302, 0.3339323849569852),
    Figure(
      "Atkinson of persons at 0.5 and 1",
      "households | summarize atkinson(spent / size, 0.5) as a, atkinson(spent / size, 1) as b weighted by size",
      0.10838389596957754, 0.19497748261209003),
    Figure(
      "Pearson's correlation of all expenditure with food, and of schooling with expenditure a head",
      "households | summarize correlation(spent, food) as a, correlation(schooling, spent / size) as b",
      0.8316551836286974, 0.2849807801451252),
    Figure(
      "the first with weights", "households | summarize correlation(spent, food) as a weighted by size",
      0.8373002270881437),
    Figure(
      "commonest size, different sizes, different years of schooling",
      "households | summarize mode(size) as a, distinct(size) as b, distinct(schooling) as c", 4, 16, 25),
  ]

  static let families: [Figure] = [
    Figure(
      "share in towns, of households and of persons",
      "households | summarize share(area = urban) as a\nhouseholds | summarize share(area = urban) as a weighted by size",
      0.2883813968994832, 0.27072152653548004),
    Figure(
      "by area: count, mean, median, standard deviation",
      """
      households | summarize count() as n, mean(spent) as m, median(spent) as d, stddev(spent) as s by area
      """, 4269, 11089.999632, 9511.235, 7377.916720, 1730, 23258.706944, 18393.195, 17589.711121),
    Figure(
      "farming across area", "households | count by farms across area", 1021, 1540, 3248, 190),
    Figure(
      "members: mean and median age, insured, days ill",
      "members | summarize mean(age) as a, median(age) as b, count(where insured) as c, sum(days_ill) as d",
      27.86479380515037, 23, 4514, 77854),
    Figure(
      "by sex: count, mean age, share ever ill",
      "members | summarize count() as n, mean(age) as a, share(illnesses > 0) as i by sex",
      13573, 26.691004199513742, 0.3750828851396154, 14192, 28.98738726042841,
      0.4397547914317926),
    Figure(
      "households with a child under six; whose members are all sixty and more; all insured",
      """
      households | where any(members)
      | summarize count(where any(members where age < 6)) as a, count(where all(members, age >= 60)) as b,
        count(where all(members, insured)) as c
      """, 2080, 209, 223),
    Figure(
      "most days ill in one household, and their sum",
      "households | derive sum(members, days_ill) as days | summarize max(days) as a, sum(days) as b", 123,
      77854),
    Figure(
      "members by band of age", "members | count by cut(age, 6, 15, 60) as band | select count", 2757, 6248,
      16143, 2617),
  ]
}
