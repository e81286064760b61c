"""The first questions: who the athlete is, when they train, and the plan that suits them."""
