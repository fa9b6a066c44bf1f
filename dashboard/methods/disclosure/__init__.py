"""Statistical disclosure control: small counts hidden, rounded or withheld, and whether that holds."""
