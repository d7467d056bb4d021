"""Which paragraphs hold what is asked for, and which are like others."""
