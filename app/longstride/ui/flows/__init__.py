"""The flows: cards, one of them opened, files opened and kept."""
