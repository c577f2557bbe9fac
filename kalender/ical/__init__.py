"""Event facts as iCalendar bytes (RFC 5545, 7986): pure, the same facts giving the same bytes.

``composer`` decides which components a record has, ``wording`` what they say, ``writer`` turns
them into bytes, ``text`` knows escaping and folding. HTTP and storage live elsewhere.
"""
