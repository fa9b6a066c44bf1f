"""A pack that nobody waits for any more is not made to its end."""

import threading
import time

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
