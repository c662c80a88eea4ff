"""System information, account and launch facts, the program itself."""
