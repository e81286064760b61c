"""The catalogue of drills."""
