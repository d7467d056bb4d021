"""Money, shares, counts, durations, measures, ratios and votes, with their values."""
