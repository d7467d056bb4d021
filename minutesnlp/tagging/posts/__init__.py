"""Posts: their heads, where they begin and end, and the letters a document gives them."""
