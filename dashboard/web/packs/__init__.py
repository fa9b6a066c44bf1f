"""The routes of packs: their files, and a preview of their pages."""
