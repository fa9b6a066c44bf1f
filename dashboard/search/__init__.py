"""Find anything by its name: indicators, places, neighbourhoods, pages, datasets and decisions."""
