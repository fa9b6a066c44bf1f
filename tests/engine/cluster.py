"""A real Spark standalone cluster on loopback: one master and two workers, each a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# As a cluster's administrator sets it. A short run over small tables is mostly compiling: little is compiled.
_DEFAULTS = """\
spark.executor.memory 700m
spark.driver.memory 700m
spark.driver.host 127.0.0.1
spark.driver.bindAddress 127.0.0.1
spark.sql.shuffle.partitions 2
spark.sql.adaptive.enabled false
spark.sql.codegen.wholeStage false
spark.sql.codegen.factoryMode NO_CODEGEN
spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.executor.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
"""
_START_SECONDS = 90


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Start the three processes under `folder`, give the master's address, stop them."""
    port = _free_port()
    master = f"spark://127.0.0.1:{port}"
    (folder / "spark-defaults.conf").write_text(_DEFAULTS, encoding="utf-8")
    environ = os.environ | {
        "SPARK_CONF_DIR": str(folder),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_NO_DAEMONIZE": "1",
        "SPARK_DAEMON_MEMORY": "256m",
        "PYSPARK_PYTHON": sys.executable,
    }
    kept = dict(os.environ)
    os.environ |= {name: environ[name] for name in ("SPARK_CONF_DIR", "SPARK_LOCAL_IP")}
    started = []
    try:
        deploy = "org.apache.spark.deploy"
        started.append(
            _start(environ, folder, f"{deploy}.master.Master", "--port", str(port), "--webui-port", "0")
        )
        _wait(folder, "Master", "I have been elected leader", 1)
        for number in (1, 2):
            own = (
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "0",
                "--work-dir",
                str(folder / f"w{number}"),
            )
            started.append(_start(environ, folder, f"{deploy}.worker.Worker", *own, master))
        _wait(folder, "Master", "Registering worker", 2)
        yield master
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            with suppress(subprocess.TimeoutExpired):
                process.wait(20)
        for name in ("SPARK_CONF_DIR", "SPARK_LOCAL_IP"):
            os.environ.pop(name) if name not in kept else os.environ.update({name: kept[name]})


def _start(environ: dict, folder: Path, kind: str, *arguments: str) -> subprocess.Popen:
    import pyspark

    spark_class = Path(pyspark.__file__).parent / "bin" / "spark-class"
    with open(folder / f"{kind.rsplit('.', 1)[-1]}.log", "ab") as log:
        host = ("--host", "127.0.0.1")
        return subprocess.Popen(
            [str(spark_class), kind, *host, *arguments], env=environ, stdout=log, stderr=log
        )


def _wait(folder: Path, process: str, words: str, times: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    log = folder / f"{process}.log"
    while time.monotonic() < deadline:
        if log.read_text(encoding="utf-8", errors="replace").count(words) >= times:
            return
        time.sleep(0.2)
    raise TimeoutError(f"the Spark {process} did not say “{words}” {times} times; see {log}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
