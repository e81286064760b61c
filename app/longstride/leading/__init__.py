"""How one athlete is led through one flow, for both front ends."""
