"""What the desktop around the window has to offer: a screen kept awake, Qt's own libraries."""
