"""A ward by its name: every measure that has a figure for it."""
