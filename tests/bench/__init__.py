"""Side-by-side runs and measures on the development material; none is a test."""
