"""Plan: the weeks that are followed, their turns, and the athlete's days."""
