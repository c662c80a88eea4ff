"""How good a program is by the platform's published rules, beyond what its compiler says: `audit` is the entry."""
