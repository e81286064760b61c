"""From a flow to a timeline, and through it: bouts, script, compiler, player, tally."""
