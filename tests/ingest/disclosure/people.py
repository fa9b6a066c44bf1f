"""A small table of people, and its entry in a register with a disclosure rule."""

OPTIONS = '[options]\narea = "code"\ndate = "year"\nvalue = "n"\nmeasure = "who"\nperiods = "calendar year"\n'
HEAD = "code,year,who,n\n"
PEOPLE = HEAD + "E08000003,2023,Men,3\nE08000003,2023,Women,40\nE08000003,2023,All,43\n"


def _entry(workshop, dataset: str, rule: str, protection: str, audience: str = "public") -> None:
    workshop.entry(dataset, "people.csv", "long_csv", f"{OPTIONS}{protection}", audience=audience)
    path = workshop.register / f"{dataset}.toml"
    path.write_text(path.read_text("utf-8").replace('"none"', f'"{rule}"'), "utf-8")


MANCHESTER = "E08000003"
SUMS = '[protection]\nbelow = 5\nsums = [{ column = "series", total = "All", parts = ["Men", "Women"] }]'
