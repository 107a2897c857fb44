"""One file a site and era: records and pages to captures, in one table."""
