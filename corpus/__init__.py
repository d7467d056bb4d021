"""The example corpus as data; `minutesnlp.resources` finds it."""
