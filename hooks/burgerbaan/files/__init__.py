"""Files that are not pages: feeds, data, and what machines read."""
