"""What a query means in this archive: its names, posts and times, its filters, and how it is said back."""
