"""Today: what is next, and how the week stands."""
