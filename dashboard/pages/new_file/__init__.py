"""A new file: what a person uploads is read as a refresh would read it, and nothing of it is kept."""
