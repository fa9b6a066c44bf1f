"""Mutation testing: the code broken in one place at a time, to see that a test fails. `make mutants`."""
