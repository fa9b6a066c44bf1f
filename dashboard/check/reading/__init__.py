"""Reading: a draft's sentences as the numbers, indicators, places and periods that they name."""
