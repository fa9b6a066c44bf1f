"""How a datastore is put together from published parquet, at build alone."""
