"""The page of small areas."""
