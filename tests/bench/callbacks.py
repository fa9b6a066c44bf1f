"""Callbacks: answers a second, p95 and processor time, kept and made anew, beside a naive Dash app."""

from collections.abc import Iterator

from tests.bench.load import once, repeated
from tests.bench.served import naive, product
from tests.bench.table import Measured, Row

THEMES = ("transport", "housing", "employment", "skills", "economy", "digital", "people", "environment")
THEMES += ("inequality",)
MAPPED = ("employment_rate", "inactivity_rate", "claimants", "weekly_pay", "modelled_unemployment")
REGIONS = ("E47000001", "E47000002", "E47000003", "E47000004", "E47000006", "E47000007")
_GOALS = {"kept": ">= 1,200", "made anew": ">= 450"}


def rows(quick: bool) -> Iterator[Row]:
    """The theme page of six regions, with one of five indicators on its map, by 1, 16 and 64 clients."""
    clients, seconds, times = ((1, 16), 1.0, 2) if quick else ((1, 16, 64), 3.0, 3)
    ours = [page(code, f"&map={name}") for code in REGIONS for name in MAPPED]
    theirs = [_naive_page(code) for code in REGIONS]
    with product() as server:
        server.settle()
        first = _first(server)
        repeated(server, ours, 8, seconds, 1)  # both workers have read what they show
        found = {
            (number, kind): repeated(server, ours, number, seconds, times, distinct=kind == "made anew")
            for number in clients
            for kind in _GOALS
        }
        memory = Measured([server.memory()])
        own = Measured([server.memory(shared=False)])
        start = Measured([server.started])
    with naive() as server:
        once(server.url, theirs[:1])  # plotly loads what it draws with at the first figure
        repeated(server, theirs, 2, seconds, 1)
        # It queues for minutes at 64: its rate at 16 stands for it there.
        base = {
            number: repeated(server, theirs, min(number, 16), seconds, 1)
            for number in clients
            if number <= 16
        }
        other, its_start = Measured([server.memory()]), Measured([server.started])
    for (number, kind), (rate, p95, cpu) in found.items():
        its_rate, its_p95, its_cpu = base[min(number, 16)]
        name = f"theme page, answers {kind}, {number} client{'s' * (number > 1)}"
        goal = _GOALS[kind] if number == 16 else ""
        yield Row(f"{name}: rate", "a second", rate, "naive Dash + pandas", its_rate, more=True, goal=goal)
        yield Row(f"{name}: p95", "ms", p95, "naive Dash + pandas", its_p95)
        yield Row(f"{name}: processor time", "ms each", cpu, "naive Dash + pandas", its_cpu)
    yield Row("theme page, nothing of it asked before: processor time", "ms each", first)
    yield Row("largest worker after that", "MB", memory, "naive Dash + pandas", other, goal="<= 250")
    yield Row("of that, its share of what processes have in common (PSS)", "MB", own)
    yield Row("from start to first answer", "s", start, "naive Dash + pandas", its_start)


def _first(server) -> Measured:
    """Processor milliseconds of each theme page of each region, the first time it is asked for."""
    before = server.cpu()
    pages = [page(region, path=f"/theme/{theme}") for region in REGIONS for theme in THEMES]
    once(server.url, pages)
    return Measured([1000 * (server.cpu() - before) / len(pages)])


def page(region: str, more: str = "", path: str = "/theme/employment") -> dict:
    return {
        "output": "page.children",
        "outputs": {"id": "page", "property": "children"},
        "inputs": [
            {"id": "location", "property": "pathname", "value": path},
            {"id": "location", "property": "search", "value": f"?region={region}{more}"},
        ],
        "changedPropIds": ["location.search"],
    }


def _naive_page(region: str) -> dict:
    return {
        "output": "page.children",
        "outputs": {"id": "page", "property": "children"},
        "inputs": [{"id": "region", "property": "value", "value": region}],
        "changedPropIds": ["region.value"],
    }
