"""What the core speaks of, as frozen values without any I/O."""
