"""Exports: every indicator and every dataset as a file. One Sheet, many writers."""
