"""The editor: a flow of one's own, its steps, doses and words, and how it is shared."""
