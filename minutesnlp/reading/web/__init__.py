"""HTML and XML: ModernGov’s pages and its web service, and any other page."""
