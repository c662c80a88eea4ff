"""Mock rules that a project keeps in a file: their form, and what they answer to a call."""
