"""From publishers' files to the tidy parquet snapshot: `python -m dashboard.ingest`.

The app never imports it.
"""
