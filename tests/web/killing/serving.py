"""A server that can be killed, and people at work with it: what they sent and what was acknowledged."""

import http.client
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.web.installations import Installation
from tests.web.served import DEADLINE, Served

TOKEN = "k" * 32


@dataclass(slots=True)
class Client:
    """What one client sent, and what of it was acknowledged; at most the last is open."""

    changed: threading.Condition
    sent: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    @property
    def may_stand(self) -> set[str]:
        """What may be stored: the last that was acknowledged, or the one after it."""
        return {*self.done[-1:], *self.sent[-1:]}

    def send(self, words: str) -> None:
        """Note what is sent now."""
        self.sent.append(words)

    def acknowledge(self, words: str) -> None:
        """Note that it was answered."""
        with self.changed:
            self.done.append(words)
            self.changed.notify_all()


class Clients:
    """Everybody at work; each acknowledgement can be waited for."""

    def __init__(self) -> None:
        self.all: list[Client] = []
        self._changed = threading.Condition()
        self._stopped = False

    def one(self) -> Client:
        """Another client."""
        self.all.append(Client(self._changed))
        return self.all[-1]

    def wait_for_more(self, number: int, running: Sequence[Future[None]]) -> None:
        """Until each client got so many acknowledgements more; what ended in an error raises it here."""
        goals = [len(one.done) + number for one in self.all]

        def reached() -> bool:
            all_there = all(len(one.done) >= goal for one, goal in zip(self.all, goals, strict=True))
            return all_there or any(one.done() for one in running)

        for one in running:
            one.add_done_callback(self._woken)
        with self._changed:
            there = self._changed.wait_for(reached, DEADLINE)
        for one in running:
            if one.done():
                one.result()
                raise AssertionError("a client ended before the server was killed")
        assert there, [len(one.done) for one in self.all]

    def wait_for_others(self, client: Client) -> bool:
        """Until everybody else got an acknowledgement more; False where all was stopped."""
        with self._changed:
            goals = {id(one): len(one.done) + 1 for one in self.all if one is not client}
            self._changed.wait_for(
                lambda: self._stopped or all(len(one.done) >= goals.get(id(one), 0) for one in self.all),
                DEADLINE,
            )
            return not self._stopped

    def start(self) -> None:
        """Begin, again."""
        self._stopped = False

    def stop(self) -> None:
        """Nobody waits for anything any more."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def _woken(self, _: object) -> None:
        with self._changed:
            self._changed.notify_all()


@dataclass(frozen=True, slots=True)
class Browser:
    """Of somebody who has logged in."""

    port: int
    session: str

    def post(self, path: str, content: bytes) -> bytes | None:
        """The answer, or the page that it leads to; None where the server died."""
        opener = urllib.request.build_opener()
        cookies = f"sessionid={self.session}; csrftoken={TOKEN}"
        opener.addheaders = [("Cookie", cookies), ("X-CSRFToken", TOKEN)]
        try:
            with opener.open(f"http://127.0.0.1:{self.port}{path}", content, timeout=DEADLINE) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError:
            raise
        except (OSError, http.client.HTTPException):
            return None


@contextmanager
def running(site: Installation) -> Iterator[Served]:
    """The server, once it says that it listens."""
    server = Served(site.environment(), "--workers", "2")
    try:
        yield server
    finally:
        server.kill()
