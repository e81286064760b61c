"""What sessions add up to: weeks, streak, consistency, stiffness, measures, progress."""
