"""Carrying: what is published for the neighbourhoods of 2011, on those of 2021.

An indicator says `carried_from = "lsoa11"` and its SELECT speaks of the neighbourhoods (LSOAs) of 2011. One
that was split gives its value to each part; one made by merging has a value only where the merged parts
agree; one changed irregularly, or holding an old one without a value, has none. A carried value is 'derived'.
"""

FROM = ("lsoa11",)

_SQL = """\
WITH published AS (
{sql}
),

carried AS (
    SELECT
        lookup.lsoa21_code,
        periods.period,
        MIN(published.value) AS lowest,
        MAX(published.value) AS highest,
        SUM(CASE WHEN lookup.change = 'X' OR published.value IS NULL THEN 1 ELSE 0 END) AS unusable
    FROM lsoa11_lsoa21 AS lookup
    CROSS JOIN (SELECT DISTINCT period FROM published) AS periods
    LEFT JOIN published
        ON lookup.lsoa11_code = published.area_code AND periods.period = published.period
    GROUP BY lookup.lsoa21_code, periods.period
)

SELECT
    lsoa21_code AS area_code,
    period,
    CASE WHEN unusable = 0 AND lowest = highest THEN lowest END AS value,
    CASE WHEN unusable = 0 AND lowest = highest THEN 'derived' ELSE 'x' END AS status
FROM carried"""


def to_2021(sql: str) -> str:
    """The SELECT that carries what `sql` (area_code of 2011, period, value) gives to the areas of 2021."""
    return _SQL.format(sql=sql)
