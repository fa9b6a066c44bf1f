"""`make bench`: one command, one table. Every measure beside a named baseline of the same run."""
