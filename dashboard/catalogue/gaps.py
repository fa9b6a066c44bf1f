"""Gaps: how far one group is behind others, from a SELECT that gives both figures as they are published.

An indicator has `[groups]`, and its SELECT a row for each group: `side` is 'group' or 'others', beside
area_code, period, value and status. A gap is the difference of the two figures of one area and period, above
0 where the group is behind: where `better` of the groups is "lower", the group's figure less the others'. It
is derived; without it the status of the group's figure stands, 'x' where that has none. With `limits` the
SELECT gives lower and upper too, and the gap gets the square-and-add limits of methods.comparison.difference.
"""

_LIMITS = """
    {first}.value - {second}.value
    - SQRT(POWER({first}.value - {first}.lower, 2) + POWER({second}.upper - {second}.value, 2)) AS lower,
    {first}.value - {second}.value
    + SQRT(POWER({first}.upper - {first}.value, 2) + POWER({second}.value - {second}.lower, 2)) AS upper,"""
_SQL = """\
WITH published AS (
{sql}
)

SELECT
    few.area_code,
    few.period,
    {first}.value - {second}.value AS value,{limits}
    few.value AS group_value,
    most.value AS others_value,
    CASE
        WHEN few.value IS NOT NULL AND most.value IS NOT NULL THEN 'derived'
        WHEN few.status = '' OR few.status IS NULL THEN 'x'
        ELSE few.status
    END AS status
FROM published AS few
LEFT JOIN published AS most
    ON few.area_code = most.area_code
    AND few.period = most.period
    AND most.side = 'others'
WHERE few.side = 'group'"""


def gap(sql: str, better: str, limits: bool) -> str:
    """The SELECT of the gap between the two sides that `sql` gives; `better` says which figure is ahead."""
    first, second = ("few", "most") if better == "lower" else ("most", "few")
    interval = _LIMITS.format(first=first, second=second) if limits else ""
    return _SQL.format(sql=sql, first=first, second=second, limits=interval)
