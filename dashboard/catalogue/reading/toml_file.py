"""Files that people edit (TOML, and TOML before SQL), as Notepad, PowerShell and Word leave them.

A mark of byte order says what a file is, and it is read; what else is no TOML is refused with what to do,
since the reader's own message names neither an encoding nor the letter that looks like another.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_WHERE = re.compile(r"at line (\d+), column (\d+)")
_LOOK_ALIKE = (
    (re.compile("[“”„‟″]"), 'write straight quotes (") there, not “ or ”'),
    (re.compile("[‘’‚‛′]"), "write straight quotes (') there, not ‘ or ’"),
    (re.compile("[^\\S\\t\\n ]|[\u200b-\u200f\u2060\ufeff]"), "a blank there is none: type it again"),
)


def misnamed(folder: Path, ending: str) -> dict[Path, str]:
    """Each file anywhere in `folder` that was meant to end in `ending` (".toml"), and the name it should
    have, unless another has it: Notepad saves bins.toml as bins.toml.txt, and Windows shows bins.toml."""
    found = {}
    for path in sorted(folder.rglob("*")):
        plain = re.sub(r"\.txt$", "", path.name, flags=re.IGNORECASE)
        name = plain[: -len(ending)] + ending
        if plain.lower().endswith(ending) and not path.with_name(name).exists():
            found[path] = name
    return found


def read_toml(path: Path) -> dict[str, Any]:
    """What the file at `path` says. Raises tomllib.TOMLDecodeError, which says what to do."""
    return toml_of(edited_text(path))


def edited_text(path: Path) -> str:
    """The text of the file at `path`, with plain ends of lines. Raises tomllib.TOMLDecodeError where it is
    neither UTF-8 nor has the mark of UTF-16."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-16" if raw.startswith(_UTF_16) else "utf-8")
    except UnicodeDecodeError as error:
        raise tomllib.TOMLDecodeError("save the file as UTF-8") from error
    if "\0" in text:  # UTF-16 without its mark
        raise tomllib.TOMLDecodeError("save the file as UTF-8")
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def toml_of(text: str) -> dict[str, Any]:
    """What `text` says. Raises tomllib.TOMLDecodeError, which names letters that look like others."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _WHERE.search(str(error))
        line = text.split("\n")[int(found[1]) - 1] if found else ""
        # A text that is not closed is missed at the end of its line.
        there = (found and line[int(found[2]) - 1 :][:1]) or line
        hint = next((f"; {say}" for look_alike, say in _LOOK_ALIKE if look_alike.search(there)), "")
        raise tomllib.TOMLDecodeError(f"{error}{hint}") from error
