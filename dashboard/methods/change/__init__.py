"""Is this change real? The method that a series allows, and its verdict."""
