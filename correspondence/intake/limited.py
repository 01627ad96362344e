"""Run by `confined` in a process of its own: puts limits up and becomes another program.

Arguments: seconds, megabytes, the program and its own.
"""

import os
import resource
import sys

if __name__ == "__main__":
    seconds, megabytes = int(sys.argv[1]), int(sys.argv[2])
    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, megabytes * 1024 * 1024),
        (resource.RLIMIT_FSIZE, 256 * 1024 * 1024),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    os.execv(sys.argv[3], sys.argv[3:])  # noqa: S606 - no shell is wanted
