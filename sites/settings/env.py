"""The only reader of the environment: what differs between machines comes from here."""

from environs import Env

env = Env()
