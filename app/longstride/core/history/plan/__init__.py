"""A plan as it is followed: where it stands, which turns a week has, and on which days."""
