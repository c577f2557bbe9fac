"""The only reader of the environment: what differs between machines comes from here."""

from environs import Env

env = Env()


def host_name(name: str) -> str:
    """A host name as it is compared everywhere: lower case, in IDNA form."""
    name = name.strip().lower().rstrip(".")
    return name if name.isascii() else name.encode("idna").decode("ascii")
