"""What an author writes: drills, flows, their dose, tempo and breath."""
