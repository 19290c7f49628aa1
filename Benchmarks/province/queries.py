"""The ten questions, in Nếp and in the SQL that a good user of DuckDB would write.

`ordered` says that the order of the rows is part of the answer; other answers are compared as sets of rows.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Query:
    name: str
    nep: str
    sql: str
    ordered: bool = False


QUERIES = [
    Query(
        "count by class",
        "households | count by class",
        "SELECT class, count(*) FROM households GROUP BY class",
    ),
    Query(
        "poor and near-poor by district",
        "households | where class in (poor, near_poor) | count by district across class",
        """
        SELECT p.district, count(*) FILTER (class = 'poor'), count(*) FILTER (class = 'near_poor')
        FROM households h JOIN places p ON h.place = p.code
        WHERE class IN ('poor', 'near_poor')
        GROUP BY p.district
        """,
    ),
    Query(
        "poor rate by commune, top 20",
        "households | summarize share(class = poor) as rate by commune | top 20 by rate",
        """
        SELECT p.commune, avg((class = 'poor')::INTEGER) AS rate
        FROM households h JOIN places p ON h.place = p.code
        GROUP BY p.commune, p.commune_code
        ORDER BY rate DESC, p.commune_code LIMIT 20
        """,
        ordered=True,
    ),
    Query(
        "recorded lacks of the poor by district",
        "households | where class = poor | expand recorded_lacks | count by district, recorded_lacks",
        """
        SELECT p.district, lack, count(*)
        FROM households h JOIN places p ON h.place = p.code, unnest(h.recorded_lacks) AS l(lack)
        WHERE class = 'poor'
        GROUP BY p.district, lack
        """,
    ),
    Query(
        "mean and median income by class and district",
        "households | summarize mean(income), median(income) by class, district",
        """
        SELECT class, p.district, avg(income), median(income)
        FROM households h JOIN places p ON h.place = p.code
        GROUP BY class, p.district
        """,
    ),
    Query(
        "households with an uninsured child, by commune",
        "households | where any(members where age < 16 and not insured) | count by commune",
        """
        SELECT p.commune, count(*)
        FROM households h JOIN places p ON h.place = p.code
        WHERE h.code IN (SELECT household FROM members WHERE age < 16 AND NOT insured)
        GROUP BY p.commune, p.commune_code
        """,
    ),
    Query(
        "aged 6-15 not at school, by ethnicity and sex",
        "members | where age in 6..15 and attending = none | count by ethnicity, sex",
        """
        SELECT ethnicity, sex, count(*) FROM members
        WHERE age BETWEEN 6 AND 15 AND attending = 'none'
        GROUP BY ethnicity, sex
        """,
    ),
    Query(
        "the 100 lowest incomes of a group",
        "households | where ethnicity = co_tu | bottom 100 by income | select code, income, size",
        """
        SELECT code, income, size FROM households
        WHERE ethnicity = 'co_tu'
        ORDER BY income NULLS LAST, rowid LIMIT 100
        """,
        ordered=True,
    ),
    Query(
        "income and communes of four groups by district",
        "households | where ethnicity in (co_tu, xo_dang, gie_trieng, co)"
        " | summarize sum(income) as income, distinct(commune) as communes by district",
        """
        SELECT p.district, sum(income), count(DISTINCT p.commune_code)
        FROM households h JOIN places p ON h.place = p.code
        WHERE ethnicity IN ('co_tu', 'xo_dang', 'gie_trieng', 'co')
        GROUP BY p.district
        """,
    ),
    Query(
        "mean number of dependants by district",
        "households | derive count(members where age < 16) as dependants"
        " | summarize mean(dependants) as dependants by district",
        """
        SELECT p.district, avg(coalesce(d.dependants, 0))
        FROM households h JOIN places p ON h.place = p.code
        LEFT JOIN (
          SELECT household, count(*) AS dependants FROM members WHERE age < 16 GROUP BY household
        ) d ON d.household = h.code
        GROUP BY p.district
        """,
    ),
]
