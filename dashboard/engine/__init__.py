"""Engines that work out every indicator from the published parquet: DuckDB here, Spark on a cluster."""
