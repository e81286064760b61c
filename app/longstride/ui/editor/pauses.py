"""How a rest without an end is written in a flow's file."""

UNTIL_READY = "until I am ready"
