"""The pages of pilots: the portfolio, and one evaluation."""
