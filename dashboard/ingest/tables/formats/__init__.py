"""The kinds of file that a table comes in, each read into rows of texts: a book, text, parquet, R, JSON."""
