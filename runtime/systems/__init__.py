"""What differs between Linux, macOS and Windows, a file for each matter. Nothing else asks which system this is."""
