"""The pages of the working record: decisions, targets and the task force."""
