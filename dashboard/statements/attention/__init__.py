"""The attention list: what needs a decision in a region, in what order, and why."""
