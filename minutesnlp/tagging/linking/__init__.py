"""Who is who: mentions of one person under one identity, and who held which post."""
