"""The pages about the site: what it is, accessibility, privacy, and how its methods were tested."""
