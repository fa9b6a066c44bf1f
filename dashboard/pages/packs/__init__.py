"""The pages of briefing packs: making one, and what is new."""
