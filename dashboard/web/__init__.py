"""What answers requests: the application, its routes, and what guards and serves them."""
