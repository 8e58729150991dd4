"""`python -m zhengmai` is `zhengmai`."""

import sys

from zhengmai.cli import main

if __name__ == "__main__":
    sys.exit(main())
