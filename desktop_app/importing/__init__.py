"""From files to captures: archives, readers of formats, outlets, the import loop, the report."""
