"""The only place that opens DuckDB: observations, areas, snapshots."""
