"""What is known of a pilot beyond what was typed: when it was registered, its figures, what could be seen."""
