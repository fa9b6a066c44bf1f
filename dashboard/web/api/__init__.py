"""What other programs read: files, catalogues and /api/v1."""
