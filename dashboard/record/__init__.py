"""The office's working record: decisions, targets, events, pilots, actions. Office only; append-only."""
