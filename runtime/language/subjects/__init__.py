"""What stands at a place, by language: a class, a method, a key of the data, a template, a component, a file."""
