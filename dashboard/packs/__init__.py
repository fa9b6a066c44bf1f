"""Briefing packs: one model of a pack, composed from a brief and a Site, and its four formats."""
