"""Write routes.txt anew: `python -m tests.web.write_routes`, after a look at what changed."""

import tempfile
from pathlib import Path

from correspondence.config import Settings
from correspondence.db import make_engine
from correspondence.web import create_app
from tests.web.test_web_rules import STORED, listed

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(Path(folder), "sqlite://"), make_engine("sqlite://"))
        STORED.write_text("\n".join(listed(app)) + "\n")
