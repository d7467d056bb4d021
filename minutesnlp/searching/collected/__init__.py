"""What is searched: an index of paragraphs, where each stands, and what their meetings and people are called."""
