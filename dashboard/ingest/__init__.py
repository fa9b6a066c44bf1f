"""From publishers' files to the tidy parquet snapshot: `python -m dashboard.refresh`.

The app never imports it.
"""
