"""The frame round every page: document, header, navigation and footer."""
