"""Files of travel: journeys to work between places, and the use of single stations."""
