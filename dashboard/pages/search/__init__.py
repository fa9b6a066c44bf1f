"""The page of what was searched for."""
