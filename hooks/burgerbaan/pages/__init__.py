"""From a Site to pages: one module per section; each gives Page records and opens no file."""
