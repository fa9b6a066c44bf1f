"""Why an area has no figure, and for which areas there are figures."""
