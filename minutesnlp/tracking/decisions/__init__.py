"""What was decided, by whom and with which votes."""
