"""What the product knows about its indicators and datasets. Imports nothing of ours."""
