"""The command line: arguments and exit codes; what a command does stands in `zhengmai.commands`.

`zhengmai build reports/ -o out.trig` comes in, an exit status goes out: 0 done, 1 something was refused or a
check found faults, 2 could not run, 130 interrupted. Data goes to standard output, words to standard error.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

import zhengmai
from zhengmai.commands import COMMANDS
from zhengmai.errors import ZhengmaiError
from zhengmai.messages import say, speak_argparse

INTERRUPTED = 130
BROKEN_PIPE = 141  # as a program that SIGPIPE ends


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal of another encoding shows what it can
            stream.reconfigure(errors="backslashreplace")
    args = _parser().parse_args(argv)
    try:
        status: int = args.run(args)
        sys.stdout.flush()
    except ZhengmaiError as error:
        print(say("error", words=error), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\n" + say("error", words=say("interrupted")), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; what is still buffered must not complain when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return status


def _parser() -> argparse.ArgumentParser:
    speak_argparse()
    parser = argparse.ArgumentParser("zhengmai", description=say("zhengmai"), epilog=say("epilog"), add_help=False)
    parser.add_argument("-h", "--help", action="help", help=say("help"))
    parser.add_argument("--version", action="version", version=zhengmai.__version__, help=say("version"))
    commands = parser.add_subparsers(title=say("commands"), metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        own = commands.add_parser(name, help=say(name), description=say(f"{name}.about"), add_help=False)
        own.add_argument("-h", "--help", action="help", help=say("help"))
        command.arguments(own)
        own.set_defaults(run=command.run)
    return parser
