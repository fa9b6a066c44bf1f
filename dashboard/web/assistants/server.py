"""Server: the tools as the package `mcp` serves them. Loaded only where an assistant asks."""

import logging
from collections.abc import Callable

import orjson
from mcp.server.lowlevel import Server
from mcp_types import CallToolResult, ListToolsResult, TextContent, Tool, ToolAnnotations

from dashboard.components.frame.document import PRODUCT
from dashboard.site import Site
from dashboard.web.assistants.tools import SAID, call, descriptions, in_words

logging.getLogger("mcp").setLevel(logging.WARNING)  # it tells of each request


def server_of(site: Callable[[], Site], base: str) -> Server:
    """The server of the tools over the site that `site` gives at each call; links begin with `base`."""

    async def list_tools(context, asked) -> ListToolsResult:
        return ListToolsResult(tools=[Tool(**item, annotations=_READS) for item in descriptions()])

    async def call_tool(context, asked) -> CallToolResult:
        answer = call(site(), asked.name, asked.arguments or {}, base)
        whole = orjson.dumps(answer.content)
        texts = [text for text in (in_words(answer), whole.decode()) if text]
        return CallToolResult(
            content=[TextContent(type="text", text=text) for text in texts],
            structured_content=orjson.loads(whole),
            is_error=answer.wrong,
        )

    return Server(
        "city-region-dashboard", title=PRODUCT, version="1", instructions=SAID,
        on_list_tools=list_tools, on_call_tool=call_tool,
    )  # fmt: skip


_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False)
