"""The bounds of what is remembered: what lies beyond them, no run and no athlete can have done."""

YEARS = (1900, 2299)
"""Of every day and moment, first and last: a dead clock says 1969, and Linux keeps none past 2262.

Days within them can be reckoned with, whole weeks before and after.
"""
MOST_SECONDS = 24 * 3600
"""Of work in a session; of repetitions and sets too, each of which lasts a second."""
LONGEST_TITLE = 80
LONGEST_PLACE = 120  # of pain, in the athlete's words
LONGEST_NOTE = 2000  # as it is typed
LONGEST_KEPT_NOTE = 100_000  # as it is read back: once, one typed later took any length
LEAST_SNOOZE, USUAL_SNOOZE, MOST_SNOOZE = 5, 30, 120  # minutes until a reminder comes again
