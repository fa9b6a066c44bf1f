"""The pages of the data: the catalogue, a dataset, and the audit."""
