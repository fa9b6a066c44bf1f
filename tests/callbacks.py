"""What a browser sends to paint a page."""

from typing import Any

from werkzeug.test import TestResponse

PATH = "/_dash-update-component"


def page_request(path: str, search: str = "") -> dict[str, Any]:
    """The body of the callback that asks for the page at `path` with the query `search` ("?region=...")."""
    values = {"pathname": path, "search": search}
    return {
        "output": "page.children",
        "outputs": {"id": "page", "property": "children"},
        "inputs": [{"id": "location", "property": name, "value": value} for name, value in values.items()],
        "changedPropIds": ["location.pathname"],
    }


def post_page(client: Any, path: str, search: str = "") -> TestResponse:
    """The answer of the callback that paints the page."""
    return client.post(PATH, json=page_request(path, search))
