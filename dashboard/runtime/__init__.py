"""Infrastructure that knows nothing of statistics: files, processes, memory, caches, mail, host names."""
