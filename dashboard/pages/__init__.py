"""One module a page: PATH, TITLE, layout(site, address). Pages do not know each other."""
