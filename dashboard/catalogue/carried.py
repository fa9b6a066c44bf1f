"""Carrying: what small areas have from other areas, those of 2011 or the district that they lie in.

An indicator says `carried_from = "lsoa11"` and its SELECT speaks of the neighbourhoods (LSOAs) of 2011. One
that was split gives its value to each part; one made by merging has a value only where the merged parts
agree; one changed irregularly, or holding an old one without a value, has none. A carried value is 'derived'.

With `carried_from = "district"` the SELECT speaks of neighbourhoods that the publisher gives the one figure
of their district: the district gets it back, 'derived', where all of them agree. They do not tell
neighbourhoods apart, so no page chooses between neighbourhoods by them.
"""

_FROM_2011 = """\
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


_FROM_DISTRICTS = """\
WITH published AS (
{sql}
),

districts AS (
    SELECT
        membership.within AS area_code,
        published.period,
        MIN(published.value) AS lowest,
        MAX(published.value) AS highest
    FROM published
    INNER JOIN membership ON published.area_code = membership.area_code
    INNER JOIN areas
        ON membership.within = areas.area_code
        AND areas.level = 'district'
        AND areas.current
    GROUP BY membership.within, published.period
)

SELECT
    area_code,
    period,
    value,
    status
FROM published
UNION ALL
SELECT
    area_code,
    period,
    CASE WHEN lowest = highest THEN lowest END AS value,
    CASE WHEN lowest = highest THEN 'derived' ELSE 'x' END AS status
FROM districts"""
_RULES = {"lsoa11": _FROM_2011, "district": _FROM_DISTRICTS}
FROM = tuple(_RULES)


def carry(sql: str, source: str) -> str:
    """The SELECT that carries what `sql` gives (area_code, period, value; status too for "district")."""
    return _RULES[source].format(sql=sql)
