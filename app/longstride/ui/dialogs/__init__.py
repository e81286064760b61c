"""What the window asks before and after a flow."""
