"""`python -m bench generate|measure|report`: see `--help`."""

import sys

from .commands import main

sys.exit(main(sys.argv[1:]))
