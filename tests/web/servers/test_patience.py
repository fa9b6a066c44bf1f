"""How long a slow client is waited for, second by second, by a clock that is told of them."""

import errno
import select
from types import SimpleNamespace

import pytest

gthread = pytest.importorskip("dashboard.web.servers.slow_clients")
NEVER = float("inf")


class Client:
    """The server's end of a client that sends (second, bytes) and takes (second, a number of bytes) then."""

    def __init__(self, sends=(), takes=()):
        self.events = {select.POLLIN: list(sends), select.POLLOUT: list(takes)}
        self.now = 0.0
        self.looks = []  # the seconds between two looks
        self.blocking = True
        self.said = []

    def monotonic(self):
        return self.now

    def setblocking(self, flag):
        self.blocking = flag

    def recv(self, size, flags=0):
        self.said.append(flags)
        return self._next(select.POLLIN)[:size]

    def send(self, data):
        return min(self._next(select.POLLOUT), len(data))

    def shutdown(self, how):
        self.said.append(how)

    def _next(self, kind):
        due = self.events[kind]
        if self.blocking or not due or due[0][0] > self.now:
            raise BlockingIOError
        return due.pop(0)[1]


class Poll:
    """select.poll over one client: waiting moves its clock."""

    def register(self, client, kind):
        self.client, self.kind = client, kind

    def poll(self, milliseconds):
        client, due = self.client, self.client.events[self.kind]
        until, at = client.now + milliseconds / 1000, due[0][0] if due else NEVER
        client.looks.append(milliseconds / 1000)
        assert len(client.looks) < 5_000
        client.now = max(client.now, min(until, at))
        return [(self.client, self.kind)] if at <= until else []


@pytest.fixture
def meet(monkeypatch):
    """meet(sends, takes) -> (the socket whose request begins now, the client); `slow`: who is waited for."""

    def meet(sends=(), takes=(), slow=None):
        client = Client(sends, takes)
        monkeypatch.setattr(gthread, "time", client)
        polls = SimpleNamespace(poll=Poll, POLLIN=select.POLLIN, POLLOUT=select.POLLOUT)
        monkeypatch.setattr(gthread, "select", polls)
        return gthread.TimedSocket(client, "a", slow or gthread.SlowClients()), client

    return meet


def let_go(work):
    with pytest.raises(ConnectionResetError, match="too slow") as found:
        work()
    assert found.value.errno == errno.ECONNRESET


def read_all(timed):
    while True:
        timed.recv(100)


@pytest.mark.parametrize(
    ("sends", "seconds"),
    [
        ([], 5),  # without a byte
        ([(4, b"x")], 9),  # five after the last one
        ([(second, b"x") for second in range(4, 100, 4)], 15),  # a request has no longer, however it drips
    ],
)
def test_a_request_has_15_seconds_and_5_without_a_byte(meet, sends, seconds):
    timed, client = meet(sends)
    let_go(lambda: read_all(timed))
    assert client.now == pytest.approx(seconds, abs=0.001)
    assert set(timed._slow._began) == set()


def test_the_next_request_of_a_connection_has_its_own_15_seconds(meet):
    timed, client = meet([(14, b"first"), (28, b"second")])
    client.now = 14.0
    assert timed.recv(100) == b"first"
    timed.begin()
    client.now = 28.0
    assert timed.recv(3, 7) == b"sec"
    assert client.said == [0, 7]  # the flags of each


@pytest.mark.parametrize(
    ("own", "error", "seconds"),
    [
        (0.0, BlockingIOError, 0),
        (2.0, TimeoutError, 2),
        (4.0, TimeoutError, 4),
        (5.5, ConnectionResetError, 5),
        (None, ConnectionResetError, 5),
    ],
)
def test_the_shorter_of_its_own_timeout_and_ours_counts(meet, own, error, seconds):
    timed, client = meet()
    timed.settimeout(own)
    with pytest.raises(error):
        timed.recv(100)
    assert client.now == pytest.approx(seconds, abs=0.001)
    assert timed.gettimeout() == own


@pytest.mark.parametrize(("flag", "timeout"), [(True, None), (False, 0.0)])
def test_the_socket_itself_never_waits_whatever_it_is_told(meet, flag, timeout):
    timed, client = meet()
    timed.setblocking(flag)
    assert (timed.gettimeout(), client.blocking) == (timeout, False)


def test_nobody_is_waited_for_who_is_said_goodbye_to(meet):
    timed, client = meet()
    timed.shutdown(1)
    with pytest.raises(BlockingIOError):
        timed.recv(100)
    assert (client.now, client.said[0]) == (0.0, 1)


@pytest.mark.parametrize(
    ("takes", "seconds"),
    [
        ([], 60),
        ([(0, 300_000)], 90),  # a second more for each 10,000
        ([(0, 100_000), (50, 100_000)], 80),
    ],
)
def test_an_answer_may_cost_60_seconds_of_waiting_and_one_for_each_10_000_bytes_taken(meet, takes, seconds):
    timed, client = meet(takes=takes)
    let_go(lambda: timed.sendall(bytes(1_000_000)))
    assert client.now == pytest.approx(seconds, abs=0.11)  # and the look after
    assert set(timed._slow._began) == set()
    assert (gthread.TAKE, gthread.SLOWEST) == (60, 10_000)  # to the last second and byte


def test_who_has_taken_as_long_as_it_may_has_one_look_more(meet, monkeypatch):
    monkeypatch.setattr(gthread, "TAKE", 0.0)
    timed, client = meet(takes=[(0.03, 5)])
    timed.sendall(b"bytes")
    assert client.now == pytest.approx(0.03)


def test_pieces_of_an_answer_are_one_answer_and_the_next_begins_anew(meet):
    timed, client = meet(takes=[(40, 5), (90, 5)])
    timed.sendall(b"first")
    client.now = 70.0  # in which the server worked: the client is not blamed
    timed.sendall(b"piece")
    assert (client.now, timed._waited, timed._sent) == (90, pytest.approx(60), 10)
    timed.begin()
    let_go(lambda: timed.sendall(b"next"))
    assert client.now == pytest.approx(150, abs=0.11)


def test_what_the_system_takes_at_once_is_not_waited_for(meet):
    timed, client = meet(takes=[(0, 8), (0, 8)])
    client.now = 3.0
    timed.sendall(memoryview(b"12345678").cast("H"))  # eight bytes, of four numbers
    assert (client.looks, timed._sent, timed.since) == ([], 8, 0.0)


def test_a_thread_looks_twenty_times_a_second_whether_it_is_wanted(meet):
    timed, client = meet([(0.12, b"x")])
    assert timed.recv(1) == b"x"
    assert client.looks == pytest.approx([0.05, 0.05, 0.05])
    with pytest.raises(ConnectionResetError):
        timed.recv(1)
    assert client.looks[-1] <= 0.05
    assert len(client.looks) == pytest.approx(103, abs=1)


@pytest.mark.parametrize("work", ["read", "send"])
def test_whoever_wants_the_thread_has_it_once_the_patience_is_over(meet, work):
    slow = gthread.SlowClients()
    first, _ = meet(slow=slow)
    timed, client = meet(slow=slow)
    slow.begin(first)
    slow.want(1)
    client.now = 1.0
    timed.begin()
    let_go(lambda: timed.recv(1) if work == "read" else timed.sendall(b"x"))
    assert client.now == pytest.approx(4, abs=0.06)  # three seconds
    assert list(slow._began) == [first]


def test_a_client_is_given_up_after_three_seconds_and_not_at_them(meet):
    slow = gthread.SlowClients()
    first, _ = meet(slow=slow)
    timed, client = meet(slow=slow)
    client.now = 1.0
    timed.begin()
    for each in (first, timed):
        slow.begin(each)
    slow.want(1)
    client.now = 4.0
    assert not slow.give_up(timed)
    client.now = 4.001
    assert (slow.give_up(timed), slow.give_up(first)) == (True, False)
