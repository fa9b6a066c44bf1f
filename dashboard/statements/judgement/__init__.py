"""What the methods say about one indicator in one place, and the words for it."""
