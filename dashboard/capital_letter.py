"""The capital letter that a text begins with where it begins a sentence or a cell."""


def capital(text: str) -> str:
    """`text` with a capital at the beginning, and nothing else changed; "" stays ""."""
    return text[:1].upper() + text[1:]
