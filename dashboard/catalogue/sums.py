"""Sums: figures worked out from counts; those of wider areas from the counts of all their parts.

An indicator says `from_counts = true` and its SELECT gives numerator and denominator alone; the value is made
of them as a sum's is. What has no denominator above 0 has no figure and is marked 'x'.

An indicator says `sum_of = "district"` (or "authority", "lsoa", "msoa") and its SELECT speaks of what is
published. A wider area gets a derived figure where nothing is published for it and every one of its parts has
its counts: a sum of counts, or of numerators over the sum of denominators. Ratios are never averaged.
"""

# An authority is a county, or a district that lies in none: who has the roads, the schools and the buses.
PARTS = ("district", "authority", "msoa", "lsoa")
STATISTICS = ("count", "proportion", "rate", "ratio")
SHARES = ("proportion", "rate", "ratio")

_COUNTED = "SUM(published.value) AS value"
_SHARE = """\
{factor}.0 * SUM(published.numerator) / NULLIF(SUM(published.denominator), 0) AS value,
        SUM(published.numerator) AS numerator,
        SUM(published.denominator) AS denominator"""
_FROM_COUNTS = """\
WITH counted AS (
{sql}
)

SELECT
    area_code,
    period,
    {factor}.0 * numerator / NULLIF(denominator, 0) AS value,
    numerator,
    denominator,
    CASE WHEN denominator > 0 THEN '' ELSE 'x' END AS status
FROM counted"""
_SQL = """\
WITH published AS (
{sql}
),

wholes AS (
    SELECT
        membership.within AS area_code,
        membership.area_code AS part_code,
        COUNT(*) OVER (PARTITION BY membership.within) AS parts
    FROM membership
    INNER JOIN areas AS whole
        ON membership.within = whole.area_code
        AND whole.current
        AND {wider}
    INNER JOIN areas AS part
        ON membership.area_code = part.area_code
        AND {part}
        AND part.current
),

sums AS (
    SELECT
        wholes.area_code,
        published.period,
        {sums}
    FROM wholes
    INNER JOIN published ON wholes.part_code = published.area_code
    GROUP BY wholes.area_code, published.period
    HAVING COUNT({known}) = MAX(wholes.parts){based}
)

SELECT
    area_code,
    period,
    {columns},
    status
FROM published
UNION ALL
SELECT
    sums.area_code,
    sums.period,
    {summed},
    'derived' AS status
FROM sums
LEFT JOIN published
    ON sums.area_code = published.area_code AND sums.period = published.period
WHERE published.area_code IS NULL"""
# Districts are summed up for city regions alone: publishers give the others. What neighbourhoods make
# up is England's; the United Kingdom is more than that.
_WIDER = {"district": "whole.level IN ('city_region', 'own_area')"}
_ENGLISH = "(SUBSTRING(whole.area_code, 1, 1) = 'E' OR whole.level IN ('city_region', 'own_area'))"
_AUTHORITY = """\
(part.level = 'county' OR (part.level = 'district' AND part.area_code NOT IN (
            SELECT inside.area_code
            FROM membership AS inside
            INNER JOIN areas AS county
                ON inside.within = county.area_code AND county.level = 'county' AND county.current
        )))"""


def from_counts(sql: str, statistic: str, per: int) -> str:
    """The SELECT that adds value and status to what `sql` gives: area_code, period, numerator, denominator.

    `statistic` is one of SHARES; `per` is what a "rate" or "ratio" is multiplied by.
    """
    return _FROM_COUNTS.format(sql=sql, factor=_factor(statistic, per))


def with_sums(sql: str, part: str, statistic: str, per: int) -> str:
    """The SELECT that gives what `sql` gives and the sums of its rows of level `part` (one of PARTS).

    `sql` gives value and status, and numerator and denominator unless `statistic` is "count"; `per` is what a
    "rate" or "ratio" is multiplied by.
    """
    counted = statistic == "count"
    columns = ("value",) if counted else ("value", "numerator", "denominator")
    return _SQL.format(
        sql=sql,
        part=_AUTHORITY if part == "authority" else f"part.level = '{part}'",
        wider=_WIDER.get(part, _ENGLISH),
        sums=_COUNTED if counted else _SHARE.format(factor=_factor(statistic, per)),
        based="" if counted else " AND SUM(published.denominator) <> 0",  # a share of nothing is no figure
        known="published.value" if counted else "published.numerator + published.denominator",
        columns=",\n    ".join(columns),
        summed=",\n    ".join(f"sums.{name}" for name in columns),
    )


def _factor(statistic: str, per: int) -> int:
    return 100 if statistic == "proportion" else per
