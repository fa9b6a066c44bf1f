"""A document costs the server at most twice what the callback of its page costs."""

import itertools
import json
from statistics import median
from time import process_time

import pytest

from tests.page_examples import example_of
from tests.web.rendering.test_documents import FEW, REGION

_numbers = itertools.count(1000)


def document_anew(client, path):
    """The answer to an address that nobody asked for: a document names its host, so each host has its own."""
    base = f"http://localhost:{next(_numbers)}"
    return client.get(f"{path}?region={REGION}", base_url=base, headers={"Accept-Encoding": "br"})


def callback_anew(client, path):
    """The answer to a request that differs in blanks alone from those before."""
    values = {"pathname": path, "search": f"?region={REGION}"}
    inputs = [{"id": "location", "property": name, "value": value} for name, value in values.items()]
    page = {"id": "page", "property": "children"}
    sent = {"output": "page.children", "outputs": page, "inputs": inputs, "changedPropIds": [], "state": []}
    said = json.dumps(sent) + " " * next(_numbers)
    headers = {"Accept-Encoding": "br", "Content-Type": "application/json"}
    return client.post("/_dash-update-component", data=said, headers=headers)


def cost(ask, client, path) -> float:
    """Median processor time of five answers, in seconds, after a first that fills the memory."""
    times = []
    for _ in range(6):
        began = process_time()
        assert ask(client, path).status_code == 200
        times.append(process_time() - began)
    return median(times[1:])


@pytest.mark.full
@pytest.mark.parametrize(("audience", "path"), FEW)
def test_a_document_made_anew_costs_at_most_twice_its_callback(clients, audience, path):
    path = example_of(path)
    assert cost(document_anew, clients[audience], path) < 2 * cost(callback_anew, clients[audience], path)
