"""A flow being written: its file as blocks, what is done to them, and what comes of it."""
