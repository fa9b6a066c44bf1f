"""What is said of a region that has no figure of its own, from figures of its three districts."""

from dashboard.statements.attention.statement import statement
from tests.statements.conftest import ASH, BEECH, COVE, yearly


def said(told, figures, **metadata):
    """The region's line, of {area: figures}; None where there is none."""
    here = told(figures, **metadata)
    return statement(here.site, here.indicator, here.region)


def districts(ash, beech, cove, **limits):
    """Yearly figures of the three districts, each a list of values."""
    return {ASH: yearly(*ash, **limits), BEECH: yearly(*beech, **limits), COVE: yearly(*cove, **limits)}
