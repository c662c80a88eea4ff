"""Data that ships with Handset."""
