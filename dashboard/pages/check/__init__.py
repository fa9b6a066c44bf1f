"""Check a draft: the form of the office, and the marks on what was sent."""
