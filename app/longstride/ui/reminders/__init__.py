"""Being told of the day's flow in time, and not at all once it is done."""
