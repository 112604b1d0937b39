"""Whether a finished site holds what may not be public: looked for in every file, before it takes its place."""
