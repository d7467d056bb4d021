"""What is printed on any page, whatever its format: labels, titles, lines, furniture, days, posts, tables."""
