"""Searching minutes: query language, filters, ranking in context, snippets, and an account of all of it."""
