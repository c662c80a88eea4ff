"""Ways to mend what the builds and checks have found."""
