"""The address is the state: its parameters, one system for pages, files, maps and the API."""
