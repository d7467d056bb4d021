"""Lexicons, rules and pipelines as data; `minutesnlp.resources` finds them."""
