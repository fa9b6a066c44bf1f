"""The page of the priority finder."""
