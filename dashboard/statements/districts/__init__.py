"""What is said of a region through its local authorities."""
