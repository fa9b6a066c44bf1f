"""Values into Dash parts."""
