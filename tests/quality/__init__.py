"""How good the library's answers are: metrics, the measuring, and the floors below which it may not fall."""
