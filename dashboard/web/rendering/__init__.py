"""Pages rendered on the server: the same components that a callback answers with, as HTML that needs no script."""
