"""What the site says about itself in more than one place."""


def contact(address: str) -> str:
    """How to reach whoever runs this copy; that nobody has said so where the setting is empty."""
    if not address:
        return "The people who run this copy have not given an address to write to yet."
    return f"Write to {address.removeprefix('mailto:')}."
