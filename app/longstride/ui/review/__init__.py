"""What was done and what it changed: charts, sessions, the report."""
