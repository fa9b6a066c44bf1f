"""Every scale of colours means the same in the light and in the dark theme."""

import colorsys
import re
from itertools import pairwise
from pathlib import Path

import pytest

STYLES = "".join(
    Path("assets", name).read_text("utf-8") for name in ("app.css", "map.css", "neighbourhoods.css")
)
DARK = '[data-theme="dark"]'
RAMPS = ["", *(f".map-of-{count}" for count in (2, 3, 4)), ".legend-sure"]  # more is darker, step by step
NAMED = [".legend-two", ".legend-hot"]  # classes with a hue of their own


def colours(theme: str, classes: str) -> list[str]:
    """The fills of a map whose legend is of `classes`, from the first class to the last."""
    own = f"{theme} .map:has({classes})".strip() if classes else theme or ":root"
    found = {**(colours_of(theme or ":root") if classes else {}), **colours_of(own)}
    last = re.search(r"of-(\d)", classes)
    count = int(last[1]) if last else max(map(int, colours_of(own))) + 1
    return [found[str(number)] for number in range(count)]


def colours_of(selector: str) -> dict[str, str]:
    """The steps --map-0 and on that the blocks of exactly this selector set."""
    blocks = re.findall(rf"^{re.escape(selector)} \{{(.*?)\}}", STYLES, re.MULTILINE | re.DOTALL)
    return dict(re.findall(r"--map-(\d): (#\w{6})", "".join(blocks)))


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def hue(colour: str) -> float:
    """Of the colour circle, 0 to 1."""
    return colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]


def named(theme: str, name: str) -> str:
    """What a token of app.css is in a theme."""
    blocks = re.findall(rf"^{re.escape(theme or ':root')} \{{(.*?)\}}", STYLES, re.MULTILINE | re.DOTALL)
    return re.search(rf"--{name}: (#\w{{6}})", "".join(blocks))[1]


@pytest.mark.parametrize("theme", ["", DARK])
@pytest.mark.parametrize("classes", RAMPS)
def test_darker_is_more_in_both_themes(theme, classes):
    steps = [luminance(each) for each in colours(theme, classes)]
    assert all(less > more * 1.25 for less, more in pairwise(steps))


@pytest.mark.parametrize("classes", NAMED)
def test_a_named_class_keeps_its_hue_and_its_place_from_light_to_dark(classes):
    light, dark = colours("", classes), colours(DARK, classes)
    for one, other in zip(light[1:], dark[1:], strict=True):
        assert abs(hue(one) - hue(other)) < 0.08
    order = [
        sorted(range(len(each)), key=lambda at, each=each: luminance(each[at])) for each in (light, dark)
    ]
    assert order[0][-1] == order[1][-1] == 0  # what is in no class is the lightest


@pytest.mark.parametrize("classes", RAMPS + NAMED)
def test_the_darkest_areas_stand_out_from_the_dark_page(classes):
    for ground in ("ground", "paper"):
        assert min(contrast(each, named(DARK, ground)) for each in colours(DARK, classes)) >= 2.8


@pytest.mark.parametrize("side", ["worse", "better"])
def test_a_side_of_england_has_one_hue_and_further_stands_out_more(side):
    for theme in ("", DARK):
        near, far = (named(theme, f"heat-{side}-{step}") for step in (1, 2))
        assert contrast(far, named(theme, "paper")) > contrast(near, named(theme, "paper"))
    light, dark = named("", f"heat-{side}-2"), named(DARK, f"heat-{side}-2")
    assert abs(hue(light) - hue(dark)) < 0.06
