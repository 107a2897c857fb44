"""Everything that opens the library; beside query the only place with SQL."""
