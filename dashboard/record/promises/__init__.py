"""Promises in stages, each tied to a figure."""
