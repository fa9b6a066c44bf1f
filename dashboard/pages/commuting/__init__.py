"""The page of journeys to work."""
