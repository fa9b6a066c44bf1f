"""Places, which lies within which, and their outlines."""
