"""How often figures are published: the words of the register and of asset files, each with its days."""

CADENCES = {  # words -> days between releases; 0: no further release is expected, or none on a known day
    "monthly": 31,
    "quarterly": 92,
    "every six months": 183,
    "yearly": 366,
    "every few years": 1827,
    "every ten years": 3653,
    "irregular": 0,
    "paused": 366,  # by its publisher; counted as yearly, so that the audit sees how far behind it falls
    "finished": 0,
}
USUAL_LAG = 366  # days from the end of a period to its figures, where the day of the release is not known
# Assets of local teams may also be fresher than any release, or described by somebody who does not know.
OF_ASSETS = ("daily", "weekly", *CADENCES, "unknown")
