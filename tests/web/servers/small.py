"""A server of one small and one large answer, for tests of connections."""

from flask import Flask

app = Flask("small")
app.add_url_rule("/", "small", lambda: "small", methods=["GET", "POST"])
app.add_url_rule("/large", "large", lambda: bytes(20_000_000))
