"""How what is typed may stand in print: its forms, its other names, and what is shown of where it stands."""
