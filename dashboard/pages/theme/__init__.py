"""The page of one theme."""
