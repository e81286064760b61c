"""Starting ``longstride remind`` while the window is closed, by what the system has for it."""
