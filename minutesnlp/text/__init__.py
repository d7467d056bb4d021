"""Words and sentences of a text: its terms, where its sentences end, and the marking of spans."""
