"""Searching minutes: query language, filters, ranking in context, snippets, and an account of all of it.

`search` goes through the rooms from the ground up: what is searched is `collected`; what is typed is read in `asking`;
`wording` knows how it may stand in print, `matching` which paragraphs hold it, `understanding` what it means here;
`ranking` puts the best first, and `answering` hands them out. A room imports from those before it.
"""
