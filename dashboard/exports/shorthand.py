"""Shorthand: what stands where a figure does not, and what it means."""

MEANINGS = {
    "x": "not available",
    "c": "confidential: too few people to show, or hidden so that such a smaller figure cannot be worked out",
    "low": "too small a number to publish",
    "u": "unreliable: read with care",
    "h": "published, but not held here: its page says by whom, and where",
    "z": "not applicable",
    "p": "provisional: may be revised",
    "derived": "worked out here from published figures, because none is published for the area",
}


def marker(status: str) -> str:
    """What a spreadsheet's cell holds in place of a missing figure: "[c]"; "[x]" where no reason is given."""
    return f"[{status or 'x'}]"


def meaning(status: str) -> str:
    """What `status` means, in words; empty for a normal figure."""
    return MEANINGS.get(status, "")
