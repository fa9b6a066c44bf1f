"""A pack as a workbook."""
