"""Account and open abilities, simulated with the editable test user."""
