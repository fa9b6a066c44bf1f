"""Tools: operations of /api/v1 as an assistant calls them, with the same parameters, answers and refusals.

Nothing here needs the package `mcp` (requirements-mcp.txt); server.py speaks the protocol.
"""

import re
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from dashboard.address.api_parameters import read_query
from dashboard.address.query_params import BadAddress
from dashboard.ask.answer import REFUSED
from dashboard.site import Site
from dashboard.web.api.operations import OPERATIONS, Operation

SAID = (
    "Published figures on transport, housing, employment and skills for England's city regions. Give a "
    "figure only as a tool gave it, with its period and source, and link its page. Where an answer is "
    "refused, say so with the reason: a figure that is not held is never estimated."
)
_FOR = {
    "ask": "Answer a plain question about a place from the figures held: the sentence, each figure with its "
    "period, source, page and observation, or a refusal with the reason. Try this first.",
    "search": "Find indicators, places, pages and datasets by name; slips of the pen are forgiven.",
    "indicators": "List the indicators: id, unit, method, caveat, sources and how current each is.",
    "indicator": "All facts about one indicator: what it measures, unit, method, caveat, breaks, sources.",
    "observations": "The figures of one indicator by area and period, with 95% limits, status and absence.",
}
_ADDRESS = re.compile(r"/[a-z]\S*")  # of this site


@dataclass(frozen=True)
class Answer:
    """What a tool says: a JSON object, or with `wrong` a sentence about what was asked."""

    content: dict[str, Any]
    wrong: bool = False


def descriptions() -> list[dict[str, Any]]:
    """Each tool: its name, what it is for, and the JSON Schema of what it takes."""
    return [
        {"name": item.name, "description": _FOR[item.name], "input_schema": _schema(item)}
        for item in OPERATIONS
        if item.name in _FOR
    ]


def _schema(item: Operation) -> dict[str, Any]:
    properties = {each.name: {**each.schema, "description": each.description} for each in item.parameters}
    required = [each.name for each in item.parameters if _is_needed(each)]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def call(site: Site, name: str, given: dict[str, Any], base: str = "") -> Answer:
    """What the tool `name` answers to `given`; its links begin with `base`, the address of this site."""
    tool = next((item for item in OPERATIONS if item.name == name and name in _FOR), None)
    if tool is None:
        return Answer(
            {"refused": f"There is no tool called “{name[:40]}”; there are {', '.join(_FOR)}."}, True
        )
    try:
        values = _values(tool, given)
        found = tool.give(site, values)
    except BadAddress as refusal:
        return _refused(str(refusal))
    return Answer(_absolute(_page(site, tool, found, values) if tool.paged else found, base))


def _refused(sentence: str) -> Answer:
    return Answer({"refused": sentence}, wrong=True)


def _values(tool: Operation, given: dict[str, Any]) -> dict[str, Any]:
    """The values of the parameters, read as an address's are. Raises BadAddress."""
    texts = {name: _text(value) for name, value in given.items() if value is not None}
    path = [each for each in tool.parameters if each.where == "path"]
    wanting = [each.name for each in tool.parameters if each.name not in texts and _is_needed(each)]
    if wanting:
        raise BadAddress(400, f"Give {' and '.join(wanting)}.")
    read = {each.name: each.read(texts.pop(each.name)) for each in path}
    return read_query(tool.parameters, MultiDict(texts)) | read


def _is_needed(parameter: Any) -> bool:
    return parameter.where == "path" or parameter.name == "q"


def _text(value: Any) -> str:
    """A value of JSON as an address has it: lists joined by commas."""
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _page(site: Site, tool: Operation, found: list, values: dict[str, Any]) -> dict[str, Any]:
    start, most = values["offset"], values["limit"]
    items = [tool.say(*item) for item in found[start : start + most]] if tool.say else []
    more = start + most < len(found)
    page = {"snapshot": site.store.snapshot, "total": len(found), "items": items}
    return page | {"next_offset": start + most if more else None}


def _absolute(value: Any, base: str) -> Any:
    """`value` with the addresses in it as links that work anywhere."""
    if isinstance(value, dict):
        return {name: _absolute(each, base) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_absolute(each, base) for each in value]
    return f"{base}{value}" if isinstance(value, str) and _ADDRESS.fullmatch(value) else value


def in_words(answer: Answer) -> str:
    """What is shown of an answer that has a sentence of its own; "" where there is none."""
    sentence = answer.content.get("refused") or answer.content.get("said") or ""
    return f"Refused: {sentence}" if answer.content.get("state") == REFUSED else str(sentence)
