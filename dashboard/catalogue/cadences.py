"""How often figures are published: the words of the register and of asset files, each with its days."""

CADENCES = {  # words -> days between releases; 0: no further release is expected, or none on a known day
    "monthly": 31,
    "quarterly": 92,
    "every six months": 183,
    "yearly": 366,
    "every few years": 1827,
    "every ten years": 3653,
    "irregular": 0,
    "finished": 0,
}
# Assets of local teams may also be fresher than any release, or described by somebody who does not know.
OF_ASSETS = ("daily", "weekly", *CADENCES, "unknown")
