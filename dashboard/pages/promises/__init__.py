"""Promises: what was promised, and which stage published figures say is reached."""
