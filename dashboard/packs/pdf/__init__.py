"""A pack as an accessible PDF, typeset by typst."""
