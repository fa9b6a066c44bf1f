"""The page of the skills pipeline."""
