"""Serving the demo from a thread of the building process: caches are kept per process, so only the
process that builds may serve."""

import errno
import sys
import threading
from http.client import HTTPConnection
from socketserver import BaseServer

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import (
    ThreadedWSGIServer,
    WSGIRequestHandler,
    get_internal_wsgi_application,
)


class PortInUseError(Exception):
    pass


class QuietHandler(WSGIRequestHandler):
    """Says nothing about requests that went well, so that the progress stays readable."""

    def log_message(self, format, *args):  # noqa: A002
        if len(args) > 1 and str(args[1]).startswith("5"):
            super().log_message(format, *args)


class DemoServer:
    """Takes the port at once; connections wait until `start`."""

    def __init__(self, port: int) -> None:
        self.port = port
        try:
            self._server = ThreadedWSGIServer((settings.DEMO_HOST, port), QuietHandler, ipv6=False)
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                raise PortInUseError from error
            raise
        self._server.daemon_threads = True
        self._server.handle_error = _ignore_gone_visitors
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def start(self) -> None:
        self._server.set_app(StaticFilesHandler(get_internal_wsgi_application()))
        self._thread.start()

    def wait(self, timeout: float) -> None:
        self._thread.join(timeout)

    def stop(self) -> None:
        if self._thread.is_alive():
            self._server.shutdown()
        self._server.server_close()

    def answers(self, host: str) -> bool:
        """Ask for the first page of `host`, as a visitor on this machine would."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request("GET", "/", headers={"Host": f"{host}:{self.port}"})
            return connection.getresponse().status == 200
        finally:
            connection.close()


def _ignore_gone_visitors(request, client_address) -> None:
    """A browser that closes its connection early is no error."""
    if not isinstance(sys.exc_info()[1], (BrokenPipeError, ConnectionResetError, TimeoutError)):
        BaseServer.handle_error(None, request, client_address)
