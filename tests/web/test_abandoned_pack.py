"""A pack that nobody waits for any more is not made to its end."""

import threading

from dashboard.web.packs.files import PackRequest, _progress_lines


def test_the_work_on_a_pack_ends_when_whoever_asked_has_gone():
    steps, ended, next_step = [], threading.Event(), threading.Semaphore(0)

    def make(progress):
        try:
            for number in range(100):
                next_step.acquire(timeout=5)
                progress(number, 100, "a section")
                steps.append(number)
        finally:
            ended.set()
        return b"the pack"

    lines = _progress_lines(PackRequest(make, "pack.pdf", "application/pdf"))
    next_step.release()
    assert b"a section" in next(lines)
    lines.close()  # what the server does when the connection is lost
    for _ in range(3):
        next_step.release()
    assert ended.wait(5)
    assert len(steps) < 4
