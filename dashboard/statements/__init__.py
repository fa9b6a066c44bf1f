"""Figures into sentences: every word the product says about a figure comes from here."""
