"""The page that sets places side by side."""
