"""What is handed out: hits with their marks and reasons, facets, and the account of the search."""
