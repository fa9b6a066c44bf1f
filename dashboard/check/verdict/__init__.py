"""Verdict: what a number of a draft is, beside the figures that are held."""
