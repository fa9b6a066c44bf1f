"""What changed between two days: figures, statements, datasets and decisions. One query for page, API and
feeds."""
