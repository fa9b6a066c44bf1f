"""One indicator's query checked in seconds: what a page would show of it, and what looks wrong."""
