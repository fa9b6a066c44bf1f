"""How files that people edit are read, whatever edited them."""
