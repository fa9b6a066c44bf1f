"""Audit: how good each data asset is, how open, how well described, and what no asset holds."""
