"""One flow led in the window."""
