"""One request over a connection of its own, as nginx passes a visitor on, with their address."""

import asyncio
import gzip
import json
from urllib.parse import SplitResult


async def ask(where: SplitResult, number: int, address: str, body: dict | None) -> tuple[int, bytes]:
    """The status and the bytes, decompressed, that `where` answers visitor `number`; POST with a body."""
    reader, writer = await asyncio.open_connection(where.hostname, where.port, limit=2**24)
    data = json.dumps(body).encode() if body else b""
    head = [
        f"{'POST' if body else 'GET'} {address} HTTP/1.1",
        "Host: data.example.gov.uk",
        f"X-Forwarded-For: 203.0.{number // 250}.{number % 250 + 1}",
        "X-Forwarded-Proto: https",
        "Accept-Encoding: gzip",
        "Connection: close",
    ]
    if body:
        head += ["Content-Type: application/json", f"Content-Length: {len(data)}"]
    writer.write("\r\n".join([*head, "", ""]).encode() + data)
    try:
        return await _answered(reader)
    finally:
        writer.close()


async def _answered(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    status = int(lines[0].split()[1])
    length = headers.get("content-length")
    body = await reader.readexactly(int(length)) if length else await reader.read()
    return status, gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
