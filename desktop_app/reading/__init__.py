"""From text to facts: dateline, rosters, titles, names, event kinds, places."""
