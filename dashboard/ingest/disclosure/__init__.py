"""Disclosure rules applied to tables, and the check that no hidden figure can be worked out."""
