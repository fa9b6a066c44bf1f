"""An indicator's SQL in the words of Spark; what would fail or mean something else there is refused."""

from collections.abc import Callable, Iterator

import sqlglot
from sqlglot import exp

from dashboard.catalogue.indicators import Indicator
from dashboard.engine.results import CannotRun, where

# Functions that Spark lacks, or whose answer depends on the order of rows, which a cluster does not keep.
_FUNCTIONS = frozenset(
    """any_value arbitrary first last first_value last_value nth_value list array_agg string_agg group_concat
    listagg arg_max arg_min argmax argmin max_by min_by quantile_cont quantile_disc quantile median mode
    percentile_cont percentile_disc approx_quantile read_parquet read_csv read_json parquet_scan glob
    strftime strptime try_cast list_transform list_filter list_aggregate unnest generate_series range
    struct_pack histogram reservoir_quantile random uuid now current_date current_timestamp today""".split()  # noqa: SIM905 - a list of fifty quoted words is harder to read
)
_NODES: dict[type[exp.Expression], str] = {
    exp.Pivot: "PIVOT",
    exp.Lambda: "a lambda",
    exp.Array: "a list literal",
    exp.Struct: "a struct literal",
    exp.Bracket: "a list index",
    exp.Placeholder: "a parameter",
    exp.Parameter: "a parameter",
    exp.Columns: "COLUMNS",
    exp.Qualify: "QUALIFY",
    exp.TryCast: "TRY_CAST",
    exp.ILike: "ILIKE",
    exp.Comprehension: "a list comprehension",
    exp.PositionalColumn: "a column by number",
    exp.IntDiv: "// (whole-number division)",
    exp.TableSample: "a sample of rows",
}


def to_spark(indicator: Indicator) -> str:
    """The SELECT of `indicator` in Spark SQL. Raises CannotRun, naming the file and each construct."""
    try:
        tree = sqlglot.parse_one(indicator.sql, read="duckdb")
        if named := list(dict.fromkeys(constructs(tree))):
            raise CannotRun(f"{where(indicator)}: Spark cannot run {', '.join(named)}; write it without")
        return tree.transform(_exact).sql("spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
    except sqlglot.errors.SqlglotError as error:
        raise CannotRun(f"{where(indicator)}: {str(error).splitlines()[0]}") from error


def tables(indicator: Indicator) -> set[str]:
    """The names that the SELECT of `indicator` reads from, those of its own CTEs too."""
    return {table.name for table in sqlglot.parse_one(indicator.sql, read="duckdb").find_all(exp.Table)}


def constructs(tree: exp.Expression) -> Iterator[str]:
    """The constructs in `tree` that cannot run on Spark, or not with the same answer."""
    for node in tree.walk():
        for find in _FINDERS:
            if found := find(node):
                yield found
                break


def _exact(node: exp.Expression) -> exp.Expression:
    # DuckDB divides in floating point; Spark would keep 100.0 * count a decimal and round the quotient.
    if isinstance(node, exp.Literal) and not node.is_string and "." in node.this:
        return exp.cast(node.copy(), exp.DataType.Type.DOUBLE)
    return node


def _of_kind(node: exp.Expression) -> str | None:
    return next((name for kind, name in _NODES.items() if isinstance(node, kind)), None)


def _of_function(node: exp.Expression) -> str | None:
    if not isinstance(node, exp.Func) or isinstance(node, exp.Cast | exp.And | exp.Or):
        return None
    names = {node.name.lower()} if isinstance(node, exp.Anonymous) else {n.lower() for n in node.sql_names()}
    if not names & _FUNCTIONS:
        return None
    return node.sql("duckdb").partition("(")[0].lower() + "()"  # as the file says it


def _of_star(node: exp.Expression) -> str | None:
    counted = isinstance(node.parent, exp.Count)
    return "SELECT *" if isinstance(node, exp.Star) and not counted else None


def _of_join(node: exp.Expression) -> str | None:
    joins = {"ASOF": "ASOF JOIN", "POSITIONAL": "POSITIONAL JOIN"}
    return joins.get(node.method.upper()) if isinstance(node, exp.Join) else None


def _of_group(node: exp.Expression) -> str | None:
    return "GROUP BY ALL" if isinstance(node, exp.Group) and node.args.get("all") else None


def _of_division(node: exp.Expression) -> str | None:
    # DuckDB gives NULL for x / 0, Spark an error.
    if not isinstance(node, exp.Div):
        return None
    by = node.expression.unnest()
    guarded = isinstance(by, exp.Nullif) or (isinstance(by, exp.Literal) and float(by.this or 0) != 0)
    return None if guarded else "a division without NULLIF(..., 0)"


_FINDERS: tuple[Callable[[exp.Expression], str | None], ...] = (
    _of_kind,
    _of_function,
    _of_star,
    _of_join,
    _of_group,
    _of_division,
)
