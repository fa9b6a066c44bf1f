"""What figures were on earlier days, where past editions are held."""
