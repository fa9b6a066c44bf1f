"""Editions: compared, published whole, kept, and gone back to."""
