"""One dispatch to read, and who took part in it."""
