"""Pure statistics: how a figure becomes a statement (docs/methods.md). Nothing here reads a file or knows
a place."""
