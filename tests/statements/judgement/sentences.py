"""What is judged, and said, of figures that a test gives; and figures of which nothing is unusual."""

from dashboard.statements.judgement import words
from dashboard.statements.judgement.judgement import judgement

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51]  # mean 50, moves of 1 and 2: nothing unusual
RARE = [*LEVEL, *LEVEL]  # 21 moves of 1 and 2


def judged(told, figures, **metadata):
    """The judgement on the region's own figure, of {area: figures}."""
    here = told(figures, **metadata)
    return judgement(here.site, here.indicator, here.region)


def said(told, figures, **metadata):
    """The sentence of that judgement."""
    return words.sentence(judged(told, figures, **metadata))
