"""The package's own client asks over HTTP and over stdio, in the protocol of both its ages."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec

import pytest

from dashboard.settings import ROOT
from tests.served import listening

pytestmark = pytest.mark.skipif(not find_spec("mcp"), reason="requirements-mcp.txt is not installed")

QUESTION = {"q": "how many people claim out-of-work benefits in Manchester"}


def _run(asked, *given):
    """What `asked` gives, in a thread of its own: the browser's tests leave a loop running in this one."""
    import anyio  # comes with mcp

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, asked, *given).result()


async def _asked(target, mode):
    import mcp  # takes a second to load, in every test process

    async with mcp.Client(target, mode=mode) as client:
        tools = (await client.list_tools()).tools
        answer = await client.call_tool("ask", QUESTION)
        refused = await client.call_tool("ask", {"q": "will rents fall in Wigan"})
        wrong = await client.call_tool("indicator", {"theme": "employment", "name": "nothing"})
        return tools, answer, refused, wrong


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_client_asks_over_http(wsgi, mode):
    with listening(wsgi) as address:
        tools, answer, refused, wrong = _run(_asked, f"{address}/mcp", mode)
        figure = answer.structured_content["figures"][0]
        assert (figure["value"], figure["period_label"]) == (6, "2025")
        assert figure["page"].startswith(f"{address}/indicator/employment/claimants")
    assert {tool.name for tool in tools} == {"ask", "search", "indicators", "indicator", "observations"}
    assert "6.0%" in answer.content[0].text
    assert refused.structured_content["state"] == "refused"
    assert refused.content[0].text.startswith("Refused: ")
    assert wrong.is_error


@pytest.mark.full
def test_a_client_asks_over_stdio(served):
    import mcp

    environment = {**os.environ, "AUDIENCE": "public", "DATA_DIR": str(served.data)}
    command = mcp.StdioServerParameters(
        command=sys.executable, args=["-m", "dashboard", "mcp"], env=environment, cwd=ROOT
    )
    _, answer, refused, wrong = _run(_asked, command, "auto")
    assert answer.structured_content["figures"][0]["value"] == 6
    assert (refused.structured_content["state"], wrong.is_error) == ("refused", True)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b'{"jsonrpc":"2.0"}', 400),
        (b"x" * 70_000, 413),
        (b"\xff\xfe", 400),
    ],
)
def test_what_is_no_request_is_refused(client, body, status):
    headers = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
    assert client.post("/mcp", data=body, headers=headers).status_code == status


def test_nothing_is_streamed_and_other_sites_do_not_ask(client):
    assert client.get("/mcp").status_code == 405
    assert client.post("/mcp", json={}, headers={"Origin": "https://evil.example"}).status_code == 403


def test_a_request_without_the_package_says_what_to_install(client, monkeypatch):
    monkeypatch.setitem(sys.modules, "dashboard.web.assistants.server", None)
    answer = client.post("/mcp", json={})
    assert answer.status_code == 404
    assert "requirements-mcp.txt" in answer.json["detail"]
