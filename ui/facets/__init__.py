"""Who, what and where is in the result, with counts; a click narrows."""
