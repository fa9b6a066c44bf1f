"""A pack as PowerPoint slides with native charts."""
