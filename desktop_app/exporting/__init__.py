"""Taking results out of the library: one file a format."""
