"""What changed and what is to come, as files that other programs subscribe to."""
