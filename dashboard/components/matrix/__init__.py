"""Places by indicators in one table: an indicator a row, a place a column."""
