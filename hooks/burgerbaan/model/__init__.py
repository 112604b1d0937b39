"""What an editor may write: one noun per module, each field declared once with its Dutch key, title and example."""

import os

# Before the first class is made: no other package that happens to be installed has a say in what is valid, and none is
# looked for, which takes longer than reading a hundred vacancies.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
