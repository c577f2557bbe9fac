"""Networks of any size, and what a page costs in them: queries and times.

    python -m bench report --sizes 10 1000     # makes what is missing, prints ratios
    python -m bench --help

Everything runs in process with Django's test client: no web server, no network, one reader. The
figures compare sizes with each other on one machine; they do not say what a server can carry.
"""
