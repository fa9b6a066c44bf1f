"""Event words: what road casualties say, and what they cannot."""

from datetime import date

from dashboard.catalogue.periods import label

# Below which a neighbourhood's number is said as a range, and a square is not drawn.
FEW_CASUALTIES = 3
SEVERITY_NAMES = {"all": "All casualties", "ksi": "Killed or seriously injured", "fatal": "Killed"}
MODE_NAMES = {
    "all": "Everybody",
    "pedestrian": "On foot",
    "cycle": "On a bicycle",
    "motorcycle": "On a motorcycle",
    "car": "In a car",
    "taxi": "In a taxi",
    "bus": "On a bus or coach",
    "goods": "In a van or lorry",
    "other": "Other, and trams",
}
AGE_NAMES = {
    "all": "All ages",
    "0-15": "0 to 15",
    "16-25": "16 to 25",
    "26-65": "26 to 65",
    "66": "66 and over",
}
PROVISIONAL = "2024 is a provisional half year: its figures may still change."
SMALL_NUMBERS = (
    "Numbers in one neighbourhood are small and go up and down by chance; a busy road or centre has more, "
    "whoever lives there. Look at several years, and at the trend, before acting on one place."
)
RECORDED = "Only collisions reported to the police are counted, and slight injuries are often not reported."


def month(day: date) -> str:
    """ "Jan 2019"."""
    return label("month", day)


def nothing_yet(first: date) -> str:
    """That the past day asked for lies before the first month of the records."""
    return f"Nothing is shown for that day: the records held here begin in {month(first)}."


def who(severity: str, mode: str, age: str) -> str:
    """Who is counted: "people killed or seriously injured on foot, aged 0 to 15"."""
    harmed = {"all": "casualties", "ksi": "people killed or seriously injured", "fatal": "people killed"}[
        severity
    ]
    name = MODE_NAMES[mode] if mode != "other" else "In other vehicles and trams"
    sentence = harmed if mode == "all" else f"{harmed} {name[:1].lower()}{name[1:]}"
    return sentence if age == "all" else f"{sentence}, aged {AGE_NAMES[age]}"


def number_of(number: int, counted: str) -> str:
    """A number of those counted: "297 casualties", "1 person killed"."""
    if number == 1:
        counted = counted.replace("people", "person", 1).replace("casualties", "casualty", 1)
    return f"{number:,.0f} {counted}"


def headline(total: int, counted: str, place: str, since: date, until: date) -> str:
    """The message: "20,435 casualties in Greater Manchester, Jan 2019 to Jun 2024"."""
    return f"{number_of(total, counted)} in {place}, {month(since)} to {month(until)}"


def band(first: date, last: date) -> str:
    """The name of the shaded range, with the months that it rests on."""
    return f"Usual, by {month(first)} to {month(last)}"


def casualties(number: int) -> str:
    """A neighbourhood's number as the map reads it out: small ones as a range."""
    if number == 0:
        return "no casualties"
    return f"fewer than {FEW_CASUALTIES} casualties" if number < FEW_CASUALTIES else f"{number:,} casualties"


def range_words(low: int, high: int) -> str:
    """A class of the legend: numbers under FEW_CASUALTIES are not told apart."""
    if high == 0:
        return "0"
    if 0 < low < FEW_CASUALTIES:
        low = 1
    high = max(high, FEW_CASUALTIES - 1)
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def squares(drawn: int, places: int, left_out: int) -> str:
    """What the dots stand for, and how many casualties are not drawn."""
    return (
        "Each dot is a place of about 250 by 250 metres; its area grows with the number of casualties. "
        f"{drawn:,} of them, in {places:,} places with {FEW_CASUALTIES} or more, are drawn; the other "
        f"{left_out:,} are not."
    )
