"""The register: what each dataset is, whose it is and how it is read."""
