"""Datastores out of published parquet: `python -m dashboard.build`."""
