"""Starts `manage.py demo` as a process and talks to it over HTTP as any host."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 900  # seconds until the demo must be complete, on a slow machine with a busy other core


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class RunningDemo:
    process: subprocess.Popen
    port: int
    environment: dict[str, str]
    lines: list[str] = field(default_factory=list)
    reader: threading.Thread | None = None

    def get(self, host: str, path: str, *, method: str = "GET", headers=None) -> Answer:
        """One request to the demo under the name of `host`; redirects are not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            sent = {"Host": f"{host}:{self.port}", **(headers or {})}
            connection.request(method, path, headers=sent)
            response = connection.getresponse()
            body = response.read()
            return Answer(response.status, dict(response.getheaders()), body)
        finally:
            connection.close()

    def follow_output(self) -> None:
        def read() -> None:
            for line in self.process.stdout:
                self.lines.append(line.rstrip("\n"))

        self.reader = threading.Thread(target=read, daemon=True)
        self.reader.start()

    def wait_for(self, pattern: str, limit: float = LIMIT) -> str:
        """The first line of output that matches; fails when the demo ends or takes too long."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            for line in self.lines:
                if re.search(pattern, line):
                    return line
            if self.process.poll() is not None:
                break
            time.sleep(0.2)
        raise AssertionError(f"no line {pattern!r} in:\n" + "\n".join(self.lines[-40:]))

    def wait_until_complete(self) -> None:
        self.wait_for(r"Demo vollständig: \d+ Orte")

    def facts(self) -> dict:
        result = subprocess.run(
            [sys.executable, "-m", "tests.whole.facts"],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def stop(self, how: int = signal.SIGINT) -> None:
        if self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.reader.join(10)
        self.process.stdout.close()


def start_demo(*, database_url: str, var: Path, today: str) -> RunningDemo:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("PYTEST")},
        "DJANGO_SETTINGS_MODULE": "sites.settings.dev",
        "DATABASE_URL": database_url,
        "VAR_DIR": str(var),
        "DEMO_TODAY": today,
        "PORT": str(port),
        "BASE_DOMAIN": "localhost",
        "PYTHONUNBUFFERED": "1",
    }
    process = subprocess.Popen(
        [sys.executable, "manage.py", "demo"],
        cwd=ROOT, env=environment, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    demo = RunningDemo(process, port, environment)
    demo.follow_output()
    return demo
