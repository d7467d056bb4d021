"""Dates, times and periods, with their ISO values."""
