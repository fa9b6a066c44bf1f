"""The ready briefs, and the regions that they are looked at in: each with a district of its own."""

BRIEFS = ("mayor-monthly", "skills-task-force", "theme-deep-dive", "district-profile", "digital-inclusion",
          "public-summary")  # fmt: skip
REGIONS = {
    "E47000001": "E08000001",
    "E47000014": "E06000047",
    "E47000006": "E06000002",
    "E12000007": "E09000002",
    "E47000008": "E07000008",
}
