"""Where on the dashboard each kind of thing is shown: the addresses that answers lead to."""

from dashboard.address.address import link
from dashboard.datastore.areas import Area
from dashboard.record.versions import RecordEntry

_LISTS = {
    "decision": "/decisions",
    "target": "/targets",
    "alert": "/alerts",
    "event": "/targets",
    "parked": "/targets",
    "pilot": "/pilots",
    "action": "/task-force",
    "programme": "/task-force",
    "answer": "/questions",
    "idea": "/pilots",
    "approval": "/pre-election",
    "composition": "/packs",
    "promise": "/promises",
}
WAITS = ".waits"  # of what is saved and not yet public
_OWN_PAGE = {"decision": "/decision", "pilot": "/pilot"}


def where(
    kind: str, region: Area, entry: RecordEntry | None = None, waits: bool = False, **parameters: str
) -> str:
    """The page of `entry`, or the list it is in; `saved` makes that page say what was done, and whether the
    public still `waits` for it."""
    if kind == "new decision":
        return link("/decision/new", region, **parameters)
    if entry is None:
        return link(_LISTS[kind], region, saved=None, **parameters)
    saved = f"{entry.kind}.{entry.id}.{entry.version}" + (WAITS if waits else "")
    if kind == "composition" and not entry.withdrawn:
        parameters |= {"brief": entry.item.brief, "place": entry.item.area_code}
    own = not entry.withdrawn and kind in _OWN_PAGE
    path = f"{_OWN_PAGE[kind]}/{entry.id}" if own else _LISTS[kind]
    return link(path, region, saved=saved, **parameters)
