"""What stands around the pages: window, help, files dropped, bugs, the end."""
