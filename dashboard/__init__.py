"""The city region dashboard: real figures, from source to decision."""
