"""Who promised what, to whom and by when."""
