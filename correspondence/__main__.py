"""`python -m correspondence` is the command line."""

from correspondence.cli import main

main()
