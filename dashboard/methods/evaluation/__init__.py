"""Did the pilot work? Synthetic control, and difference in differences."""
