"""What blocks mean: where items begin, what is agenda and what minutes, who was there, which meeting it was."""
