"""What somebody may send who means no good: markup, injections, marks that cannot be seen, and noise."""

import random

PIECES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;script&gt;",
    "&amp;lt;b&amp;gt;",
    "<<b>script>",
    "<!--",
    "]]>",
    "<?php ?>",
    "</textarea>",
    "javascript:alert(1)",
    "'; DROP TABLE questions; --",
    "=cmd|' /C calc'!A0",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "../../etc/passwd",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "\u200b",
    "\ud800",
    "\ufffe",
    "🧨",
    "ﷺ" * 20,
    "a\u0301" * 40,
    "\r\n\r\nSet-Cookie: a=b",
    "%s%n%x",
    "\U000e0041",
    "line\n" * 30,
    "&#60;b&#62;",
    "＜b＞",
)
FIELDS = ("region", "about", "sort", "words", "name", "contact", "more")
REGION = "E47000001"


def forms(count: int, seed: int = 1):
    """`count` forms, some of them whole but for one field; as fields and values."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    for _ in range(count):
        form = {
            "region": REGION,
            "about": "/theme/housing",
            "sort": "right",
            "words": "Is this figure right?",
        }
        for name in chance.sample(FIELDS, chance.randint(0, 3)):
            form[name] = "".join(chance.choices(PIECES, k=chance.randint(0, 9)))
        form["words"] += chance.choice(PIECES)
        yield {name: value.encode("utf-8", "surrogatepass") for name, value in form.items()}
