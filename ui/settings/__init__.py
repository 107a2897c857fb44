"""What the user decides about the program: how it looks, how it speaks, its keys."""
