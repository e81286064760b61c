"""The score, the clock and the coaching rules: plain Python, no disk, no device, no Qt."""
