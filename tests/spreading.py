"""Which tests stay on one worker of pytest-xdist, because they share something dear.

By path, with the scheduler's own hook: pytest 9.2 ignores the marker `xdist_group`
(pytest-xdist#1386), and would without a word.
"""

import pytest
from xdist.scheduler import LoadScopeScheduling

# Share what is made once per session: the demo network, built and served by a process.
IN_ONE_PIECE = ("tests/whole/",)
# Share what is made once per module.
FILE_BY_FILE = ("tests/demo/", "tests/tenancy/")


class Spreading(LoadScopeScheduling):
    """Each piece goes to the next free worker, those of many tests first."""

    def _split_scope(self, nodeid: str) -> str:
        return piece_of(nodeid)


def piece_of(nodeid: str) -> str:
    """The name of the piece that a test belongs to: its own, if it shares nothing."""
    if nodeid.startswith(FILE_BY_FILE):
        return nodeid.partition("::")[0]
    return next((path for path in IN_ONE_PIECE if nodeid.startswith(path)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Spreading(config, log) if config.getvalue("dist") == "loadgroup" else None
