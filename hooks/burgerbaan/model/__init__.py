"""What an editor may write: one noun per module, each field declared once with its Dutch key, title and example."""
