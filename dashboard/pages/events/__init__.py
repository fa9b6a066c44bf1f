"""The page of road casualties."""
