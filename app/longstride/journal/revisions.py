"""Which revisions of the journal's tables this program knows."""

REVISIONS = ("0001", "0002", "0003", "0004")
"""Oldest first."""
HEAD = REVISIONS[-1]
