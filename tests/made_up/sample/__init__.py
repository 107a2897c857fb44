"""The sample library that ships with the program, and how it is made."""
