"""What holds for months: servers under swaps and varied readers, watched from outside (`make soak`)."""
