"""The window: a room for each thing a person does in it. Pages get values, emit intentions."""
