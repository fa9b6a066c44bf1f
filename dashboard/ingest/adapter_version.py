"""The version of the code that makes a source's tables: what is edited is made again, what is not is kept."""

from dashboard.runtime.code_fingerprint import fingerprint


def adapter_version(adapter: str) -> str:
    """A digest of the adapter's module and of every module of ours that it, or `stage_source`, imports."""
    return fingerprint(f"dashboard.ingest.adapters.{adapter}", "dashboard.ingest.stage_source")
