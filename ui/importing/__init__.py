"""Files dropped or chosen, the import beside your reading, and its report."""
