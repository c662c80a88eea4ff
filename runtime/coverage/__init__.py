"""How much of the platform there is: name by name, and for what one project uses."""
