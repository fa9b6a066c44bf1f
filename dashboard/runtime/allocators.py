"""How DuckDB and Arrow keep memory in a process that serves: they read it when they are loaded."""

import os

# DuckDB's allocator (a jemalloc) returns what a query is done with at once, not within ten seconds: a worker
# that is always busy would keep it (25 MB; a query takes 1 ms more). Arrow's own pool would keep 6 MB more.
_VARIABLES = {
    "DUCKDB_JE_MALLOC_CONF": "dirty_decay_ms:0,muzzy_decay_ms:0",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}


def set_allocators() -> None:
    """Say it in the environment, where nobody has; before either is imported."""
    for name, value in _VARIABLES.items():
        os.environ.setdefault(name, value)
