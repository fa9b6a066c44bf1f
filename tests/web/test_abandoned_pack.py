"""A pack that nobody waits for any more is not made to its end, and whoever else wants it still gets it."""

import threading
import time
from base64 import b64encode
from queue import Queue

import pytest

from dashboard.packs.compose import no_progress
from dashboard.web.file_cache import FileCache
from dashboard.web.packs.files import PackRequest, _progress_lines


def test_the_work_on_a_pack_ends_when_whoever_asked_has_gone_and_is_paid_for():
    charged, over = [], threading.Event()
    steps, ended, next_step = [], threading.Event(), threading.Semaphore(0)

    def make(progress):
        end = time.thread_time() + 0.01
        while time.thread_time() < end:
            pass
        try:
            for number in range(100):
                next_step.acquire(timeout=5)
                progress(number, 100, "a section")
                steps.append(number)
        finally:
            ended.set()
        return b"the pack"

    def charge(seconds):
        charged.append(seconds)
        over.set()

    lines = _progress_lines(PackRequest(make, "pack.pdf", "application/pdf"), charge)
    next_step.release()
    assert b"a section" in next(lines)
    lines.close()  # what the server does when the connection is lost
    for _ in range(3):
        next_step.release()
    assert ended.wait(5)
    assert len(steps) < 4
    assert over.wait(5)
    assert len(charged) == 1
    assert charged[0] >= 0.01  # the processor's, of the work below


def asked_as_lines(order):
    return b"".join(_progress_lines(order, lambda seconds: None))


def asked_as_file(order):
    return order.make(no_progress)


@pytest.mark.parametrize("ask", [asked_as_lines, asked_as_file])
def test_who_asks_for_the_same_pack_gets_it_when_the_first_has_gone(ask):
    files, next_step, made, told = FileCache(), threading.Semaphore(0), [], Queue()

    def make(progress):
        def written():
            made.append(threading.current_thread())
            for number in range(2):
                next_step.acquire(timeout=5)
                progress(number, 2, "a section")
            return b"the pack"

        return files.get("the pack", written)

    order = PackRequest(make, "pack.pdf", "application/pdf")
    first = _progress_lines(order, lambda seconds: None)
    next_step.release()
    assert b"a section" in next(first)
    for _ in range(2):
        threading.Thread(target=lambda: told.put(ask(order)), daemon=True).start()
    time.sleep(0.05)  # both wait for what is made for the first
    first.close()
    for _ in range(5):
        next_step.release()
    for answer in (told.get(timeout=2), told.get(timeout=2)):
        assert answer == b"the pack" or b64encode(b"the pack") in answer
    assert len(made) == 2  # for the first, and once for the others


def test_who_reads_how_a_pack_gets_on_is_told_when_making_it_ends_without_one():
    def make(progress):
        raise SystemExit  # as nothing that is made should

    lines = _progress_lines(PackRequest(make, "pack.pdf", "application/pdf"), lambda seconds: None)
    told = Queue()
    threading.Thread(target=lambda: told.put(list(lines)), daemon=True).start()
    (only,) = told.get(timeout=2)
    assert b"could not be made" in only
