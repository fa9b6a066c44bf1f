"""The public's first page."""
