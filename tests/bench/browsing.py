"""What somebody does on the public view, from a seed: arrive, go to a page, change a control, take a file."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

UPDATE = "/_dash-update-component"
REGIONS = ("E47000001", "E47000002", "E47000003", "E12000007", "E47000007", "cumbria")
THEMES = ("transport", "housing", "employment", "skills", "economy", "digital", "people", "environment")
THEMES += ("inequality",)
INDICATORS = (
    "employment/employment_rate", "employment/claimants", "housing/affordability_ratio",
    "economy/gva_per_hour", "skills/level_3", "transport/ev_chargers", "digital/gigabit_broadband",
    "people/healthy_life_expectancy_female", "economy/household_income", "employment/weekly_pay",
    "environment/greenhouse_gas", "economy/child_poverty",
)  # fmt: skip
DISTRICTS = ("E08000001", "E08000003", "E08000006", "E08000008", "E08000009")
# What a control changes on a page of a kind, when the region is the first.
CONTROLS = {
    "/theme/": ("list=all", "list=short", "level=ward", "level=district"),
    "/indicator/": ("places=E08000003", "places=E08000006,E08000009", "basis=economic", "intervals=hidden"),
    "/compare": ("places=E08000003,E08000006", "theme=housing", "theme=skills"),
    "/skills-pipeline": ("order=net", "order=code"),
    "/neighbourhoods": ("level=msoa", "show=clusters"),
}
NAVIGATE, PAINT, FILE = "navigate", "paint", "file"
_ARRIVAL = ("/", "/_dash-layout", "/_dash-dependencies", "/assets/app.css", "/assets/app.js")
_GROUPS = (("part", "children"), ("canvas-data", "data-figure"), ("map-data", "data-map"))
_OUTPUT = "..{}..".format("...".join(f'{{"{name}":["ALL"]}}.{what}' for name, what in _GROUPS))


@dataclass
class Visitor:
    """One person's way through the site. `seen` holds the parts of each page, shared by all."""

    chance: random.Random
    seen: dict[str, list[list[str]]]
    path: str = "/"
    search: str = ""
    waiting: str = field(default="", repr=False)

    def asks(self) -> Iterator[tuple[str, str, dict[str, Any] | None]]:
        """Endless (kind, address, body); the first are what a browser asks for when somebody arrives."""
        for address in _ARRIVAL:
            yield FILE, address, None
        yield self._go("/")
        while True:
            yield self._next()

    def learn(self, answer: bytes) -> None:
        """Take note of the parts of the page that was just read."""
        if self.waiting and self.waiting not in self.seen:
            self.seen[self.waiting] = _parts(json.loads(answer))
        self.waiting = ""

    def _next(self):
        dice = self.chance.random()
        controls = next((c for start, c in CONTROLS.items() if self.path.startswith(start)), None)
        if dice < 0.40 and controls and "E47000001" in self.search and self._where() in self.seen:
            return self._paint(self.chance.choice(controls))
        if dice < 0.88:
            return self._go(self._somewhere())
        if dice < 0.94:
            return FILE, f"/maps/{self.chance.choice(REGIONS)}/district.json", None
        if dice < 0.97:
            return FILE, f"/download/{self.chance.choice(INDICATORS)}.csv", None
        return FILE, f"/api/v1/indicators/{self.chance.choice(INDICATORS)}/observations?limit=50", None

    def _somewhere(self) -> str:
        kind = self.chance.choices(
            ("theme", "indicator", "place", "page", "first"), weights=(30, 35, 12, 15, 8)
        )[0]
        choice = self.chance.choice
        return {
            "theme": lambda: f"/theme/{choice(THEMES)}",
            "indicator": lambda: f"/indicator/{choice(INDICATORS)}",
            "place": lambda: f"/place/{choice(DISTRICTS)}",
            "page": lambda: choice(("/compare", "/data", "/skills-pipeline", "/neighbourhoods", "/about")),
            "first": lambda: "/",
        }[kind]()

    def _where(self) -> str:
        return f"{self.path}?region=E47000001"

    def _go(self, path: str):
        region = REGIONS[0] if self.chance.random() < 0.6 else self.chance.choice(REGIONS)
        self.path, self.search = path, f"?region={region}"
        self.waiting = f"{path}{self.search}"
        inputs = [_value("location", "pathname", path), _value("location", "search", self.search)]
        outputs = {"id": "page", "property": "children"}
        body = {"output": "page.children", "outputs": outputs, "inputs": inputs}
        return NAVIGATE, UPDATE, body | {"changedPropIds": ["location.pathname"]}

    def _paint(self, control: str):
        outputs = [
            [{"id": {name: part}, "property": what} for part in parts]
            for (name, what), parts in zip(_GROUPS, self.seen[self._where()], strict=True)
        ]
        body = {"output": _OUTPUT, "outputs": outputs, "changedPropIds": ["search.data"]}
        body["inputs"] = [_value("search", "data", f"?region=E47000001&{control}")]
        return PAINT, UPDATE, body | {"state": [_value("location", "pathname", self.path)]}


def _value(name: str, what: str, value: str) -> dict[str, str]:
    return {"id": name, "property": what, "value": value}


def _parts(node: Any) -> list[list[str]]:
    """The names of the parts, charts and maps anywhere in a page's tree."""
    found: list[list[str]] = [[], [], []]
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            if isinstance(each.get("id"), dict):
                for at, (name, _) in enumerate(_GROUPS):
                    found[at] += [each["id"][name]] if name in each["id"] else []
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each
    return found
