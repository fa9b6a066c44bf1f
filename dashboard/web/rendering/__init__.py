"""Pages rendered on the server: what a callback answers with, as HTML that needs no script."""
