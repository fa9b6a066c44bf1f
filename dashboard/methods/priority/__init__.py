"""Where first? An index from chosen indicators, and how far it depends on the choices."""
