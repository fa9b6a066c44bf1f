"""Travel: what is held beside the figures of areas, of single stations."""
