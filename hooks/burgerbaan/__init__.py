"""The core: content folders in, pages and files out; plain Python, without mkdocs, clock or network."""
