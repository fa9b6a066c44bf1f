"""What takes what people write: the office's forms, and the public's questions."""
