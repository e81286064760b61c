"""The grid everything in ``sound`` stands on: 48,000 frames a second, 48 to the millisecond."""

RATE = 48_000
PER_MS = 48
