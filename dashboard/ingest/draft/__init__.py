"""A first register entry for a file that nobody has described yet: found in it, tried on it."""
