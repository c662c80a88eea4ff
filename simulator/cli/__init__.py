"""The command handset."""
