"""Whether a proxy passed a request on, as far as it shows: then it is not this machine that asks."""

from flask import request

# What proxies, load balancers and tunnels add for the server behind them.
FORWARDING_HEADERS = (
    "Forwarded",
    "Via",
    "X-Forwarded",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Port",
    "X-Forwarded-Prefix",
    "X-Forwarded-Proto",
    "X-Forwarded-Scheme",
    "X-Forwarded-Server",
    "X-Forwarded-Ssl",
    "X-Real-Ip",
    "X-Client-Ip",
    "X-Cluster-Client-Ip",
    "X-Original-Forwarded-For",
    "X-Original-Host",
    "True-Client-Ip",
    "Client-Ip",
    "Cf-Connecting-Ip",
    "Fastly-Client-Ip",
)
# Browsers and our own tools have spoken HTTP/1.1 for decades; nginx before 1.29.7, where nothing else is set,
# asks the server behind it in HTTP/1.0, by that server's own name and without any header of those above.
_OLD = ("HTTP/1.0", "HTTP/0.9")
# As WSGI names them: asked three times in a request, header by header it took a fifth of a kept answer.
_NAMES = frozenset(f"HTTP_{header.upper().replace('-', '_')}" for header in FORWARDING_HEADERS)


def comes_through_proxy() -> bool:
    """Whether the current request shows a proxy: by a header that proxies add, or by speaking HTTP/1.0."""
    sent = request.environ
    return sent.get("SERVER_PROTOCOL") in _OLD or not _NAMES.isdisjoint(sent)
