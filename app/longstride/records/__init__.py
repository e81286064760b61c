"""The journal opened, kept safe and restored, and what waits for it."""
