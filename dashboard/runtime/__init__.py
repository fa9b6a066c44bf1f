"""What any program runs on, of figures knowing nothing: files, processes, memory, mail, names of hosts."""
