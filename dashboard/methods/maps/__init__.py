"""Classes of a map, its hot spots, and two measures laid over each other."""
