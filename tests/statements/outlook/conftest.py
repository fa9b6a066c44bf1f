"""Districts whose figures wander, for what is said of the years ahead."""

from dataclasses import replace

import numpy as np
import pytest

from tests.statements.conftest import ASH, yearly


def walks(areas=60, years=15):
    """Figures that fall by two a year and wander by about one, 2010 to 2024."""
    steps = np.random.default_rng(3).normal(size=(areas, years))
    values = (80 - 2 * np.arange(years) + steps.cumsum(axis=1)).round(3).tolist()
    values[1] = [round(value - min(values[1]), 3) for value in values[1]]  # down to nought
    values[2] = [
        60.0 + at % 2 / 10 for at in range(years)
    ]  # for ten years as good as level, and a leap before
    values[2][-11] = 90.0
    codes = [ASH, *(f"E080001{n:02}" for n in range(areas - 1))]
    return {code: yearly(*series) for code, series in zip(codes, values, strict=True)}


@pytest.fixture
def wandering(told):
    """A site of sixty districts, Ash among them, whose figures wander from 2010 to 2024."""
    figures = walks()
    here = told(figures)
    known = {code: replace(here.site.geography[ASH], code=code) for code in figures}
    geography = replace(here.site.geography, areas=here.site.geography.areas | known)
    here.site = replace(here.site, geography=geography)
    return here
