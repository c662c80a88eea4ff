"""The functions of Less, by the family in which its reference lists them."""
