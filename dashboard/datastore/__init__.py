"""DuckDB, which is opened here alone (and where the build adds to it): observations, areas, snapshots."""
