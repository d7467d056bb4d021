"""What was asked, and what was replied."""
