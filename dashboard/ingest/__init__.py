"""Publishers' files in, tidy parquet out. The app never imports this package."""
