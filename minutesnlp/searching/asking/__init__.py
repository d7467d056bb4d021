"""What is typed: the query language, and times, sums and question words in it."""
