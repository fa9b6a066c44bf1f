"""A pack as one HTML file."""
