"""The pages of the main window; each shows one value and emits what the athlete wants."""
