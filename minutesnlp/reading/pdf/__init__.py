"""PDF: characters to rows, rows to columns and paragraphs, read in a process that can be ended."""
