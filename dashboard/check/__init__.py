"""Check a draft: every figure in a text held against the figures held here. Nothing of it is kept."""
