"""The question as a value: conditions, their tree, and the language they are written in."""
