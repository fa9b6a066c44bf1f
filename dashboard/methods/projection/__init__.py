"""Where an indicator goes if recent patterns continue, and how such ranges did on the past."""
