"""Commands about money, each in a module of its own: what it asks on the command line, and what it does."""
