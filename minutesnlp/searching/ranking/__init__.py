"""Which of the paragraphs that answer comes first, and what counts where none holds all of a query."""
