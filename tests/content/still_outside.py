"""Shipped drills whose body is not yet within what a body can do, with the first that is said.

Strict both ways: a drill that is mended leaves this table, and none is added to it.
"""

STILL_OUTSIDE = {
    "bird-dog": "the far hand sinks",
}
