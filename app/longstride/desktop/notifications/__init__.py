"""The ways a desktop shows a notification, and the order in which they are tried."""
