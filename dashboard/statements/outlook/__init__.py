"""What is said of the years ahead: projections, targets, and how ranges did when tested."""
