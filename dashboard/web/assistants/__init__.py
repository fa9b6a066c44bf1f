"""Assistants: what a language model may ask here by the Model Context Protocol, over stdio and over HTTP."""
