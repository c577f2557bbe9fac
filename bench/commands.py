"""The command line of the bench."""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence

DEFAULT_SIZES = [10, 1000]


def main(words: Sequence[str]) -> int:
    arguments = _parser().parse_args(words)
    return arguments.act(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Networks of any size on PostgreSQL, and what a page costs in them. Measures in"
        " process with Django's test client: no web server, one reader.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    report = commands.add_parser(
        "report",
        help="make networks of several sizes and compare them",
        description="Makes one database per size, beside that of DATABASE_URL or on a server of its"
        " own that is thrown away, and measures them in turns. Growth is the median over the runs"
        " of largest ÷ smallest; “!” marks what grows beyond its limit or asks more often.",
    )
    report.add_argument("--sizes", type=int, nargs="+", default=DEFAULT_SIZES, metavar="PLACES")
    report.add_argument("--runs", type=int, default=3, help="interleaved runs (3)")
    report.add_argument("--repeat", type=int, default=7, help="requests per figure and run (7)")
    report.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    report.add_argument("--check", action="store_true", help="fail when a limit is not kept")
    report.set_defaults(act=_report)

    generate = commands.add_parser(
        "generate",
        help="make or complete a network in the database of DATABASE_URL",
        description="What is there stays; who is interrupted starts it again and it goes on.",
    )
    generate.add_argument("--places", type=int, required=True)
    generate.set_defaults(act=_generate)

    measure = commands.add_parser("measure", help="print the figures of DATABASE_URL as JSON")
    measure.add_argument("--repeat", type=int, default=7)
    measure.add_argument("--only", default="", metavar="TEXT", help="scenarios with this text")
    measure.set_defaults(act=_measure)

    migrate = commands.add_parser("migrate", help="make the tables in DATABASE_URL")
    migrate.set_defaults(act=_migrate)
    return parser


def _set_up() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django

    django.setup()


def _migrate(arguments: argparse.Namespace) -> int:
    _set_up()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return 0


def _generate(arguments: argparse.Namespace) -> int:
    _migrate(arguments)
    from .generating import generate

    generate(arguments.places, _say)
    return 0


def _measure(arguments: argparse.Namespace) -> int:
    _set_up()
    from .measuring import measure

    print(json.dumps(measure(repeat=arguments.repeat, only=arguments.only)))
    return 0


def _report(arguments: argparse.Namespace) -> int:
    from . import databases, reporting

    begun = time.monotonic()
    sizes = sorted(set(arguments.sizes))
    try:
        with databases.server() as url:
            found = reporting.measured(url, sizes, arguments.runs, arguments.repeat, _say)
    except subprocess.CalledProcessError as failed:
        print(f"bench: {' '.join(map(str, failed.cmd[2:]))} failed", file=sys.stderr)
        return 1
    table = reporting.rows(found)
    print(reporting.as_text(table, sizes, markdown=arguments.markdown))
    _say(f"{arguments.runs} runs, {time.monotonic() - begun:.0f} s")
    return int(arguments.check and not all(row["kept"] for row in table))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
