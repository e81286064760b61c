"""Records read, entered, changed and kept safe in the window."""
