"""Which hosts are of the public web: not this machine, nor the network that it stands in."""

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit


def is_public(netloc: str) -> bool:
    """Whether every address of a host ("example.org:443") is one of the public internet.

    Raises OSError where its name cannot be looked up.
    """
    host = urlsplit(f"//{netloc}").hostname or ""
    found = socket.getaddrinfo(host, None)
    return all(ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found)
