"""From publishers' files to the tidy parquet snapshot: `python -m dashboard.refresh`.

The app takes two small things of it, and none that reads a file of a publisher: when the last refresh was
(`last_refresh`) and, for `python -m dashboard indicator`, the marks of absence (`tables.tidy`).
"""
