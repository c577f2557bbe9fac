"""Packages of the system, where that is Debian or one of its kin and we are root."""

import shutil

from tests.toolchain.ground import is_root, run, say


def can_install() -> bool:
    return is_root() and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install by apt, after updating its lists once. Half a minute to two for a browser."""
    say(f"  apt-get install {' '.join(packages)}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-q"], env=env)
    run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], env=env)
