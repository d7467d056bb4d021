"""Files of minutes to meetings."""
