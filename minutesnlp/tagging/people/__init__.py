"""People: one by one, in lists, and recalled by a part of their name."""
