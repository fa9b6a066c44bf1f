"""Components that the pages of the working record share."""
