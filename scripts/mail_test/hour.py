"""An hour with a mail server that is out of order, and what is left when it is back: everything."""
import time

from product import Host, check, message_id
from servers import Rude, Server, free_port

HOUR = 3600


class Down:
    """Nobody listens."""

    def __init__(self):
        self.port, self.messages = free_port(), []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


FAULTS = [
    ("down", Down, {"retry"}),
    ("4xx", lambda: Server(rcpt="451 4.3.0 try later"), {"retry"}),
    ("5xx for us", lambda: Server(mail="550 5.7.1 you may not send"), {"retry"}),
    ("5xx for the guest", lambda: Server(rcpt="550 5.1.1 mailbox unavailable"), {"failed"}),
    ("closing at the greeting", lambda: Rude("greeting", "close"), {"retry"}),
    ("hanging at the greeting", lambda: Rude("greeting", "hang"), {"retry"}),
    ("closing mid-DATA", lambda: Rude("middle", "close"), {"retry", "unknown"}),
    ("closing after the message", lambda: Rude("dot", "close"), {"unknown"}),
    ("hanging after the message", lambda: Rude("dot", "hang"), {"unknown"}),
]


def run():
    measure()
    host = Host("hour").set_up()
    for number, (what, fault, outcomes) in enumerate(FAULTS):
        one_hour(host, f"guest{number}@example.com", what, fault, outcomes)


def measure():
    """How long booking takes, told and not judged."""
    host = Host("latency").set_up()
    for what, fault in [("that answers", Server), ("that hangs", lambda: Rude("greeting", "hang"))]:
        with fault() as server:
            times = []
            for number in range(5):
                began = time.monotonic()
                host.book(server.port, "Ada", f"guest{number}@example.com")
                times.append(f"{time.monotonic() - began:.2f}")
            print(f"     five bookings with a mail server {what} took {', '.join(times)} s", flush=True)
            host.wait_until_tried()


def one_hour(host, address, what, fault, outcomes):
    with fault() as broken:
        booking = host.book(broken.port, "Ada", address)["booking"]
        spend(host, HOUR, lambda: host.deliver(broken.port))
        effects = host.effects(booking)
        check(f"{what}: nothing else is held up",
              [effects[kind]["state"] for kind in ("loyalty", "notify", "webhook")]
              == ["delivered", "delivered", "skipped"], effects)
        tried = attempts(host, booking)
        check(f"{what}: every attempt came to what is known of it", set(tried) <= outcomes and tried, tried)
        mail = effects["email"]
        waits = "failed" if outcomes == {"failed"} else "queued"
        check(f"{what}: after an hour it has not been lost, and says why",
              mail["state"] == waits and mail["reason"], mail)
        check(f"{what}: it was tried again, ever more seldom", outcomes == {"failed"} or 5 <= len(tried) <= 8, tried)
    with Server() as server:
        if outcomes == {"failed"}:
            number = host.query("SELECT id FROM effects WHERE booking_id = ? AND kind = 'email'", booking["id"])
            host.run(1, "outbox", "retry", str(number[0][0]))
        spend(host, 4 * HOUR, lambda: host.deliver(server.port))
        mail = host.effects(booking)["email"]
        check(f"{what}: delivered once the server is back, once",
              mail["state"] == "delivered" and len(server.messages) == 1, (mail, len(server.messages)))
        ids = {message_id(message) for message in broken.messages + server.messages}
        check(f"{what}: always the same Message-ID", len(ids) == 1, ids)
        unknown = tried.count("unknown")
        check(f"{what}: no more copies than attempts of which nobody knows",
              len(broken.messages) <= unknown, (len(broken.messages), tried))
        said = "may have arrived twice" in (mail["reason"] or "")
        check(f"{what}: the effect says so when it may have been repeated", said == (unknown > 0), mail)


def attempts(host, booking):
    return [row[0] for row in host.query(
        "SELECT a.outcome FROM effect_attempts a JOIN effects e ON e.id = a.effect_id"
        " WHERE e.booking_id = ? AND e.kind = 'email' ORDER BY a.number", booking["id"])]


def spend(host, seconds, act):
    """Lets so much time pass, and acts whenever an email is due."""
    act()
    while True:
        host.wait_until_tried()
        wait = host.seconds_until_due()
        if wait is None or wait > seconds:
            return
        wait = max(wait, 1)
        host.pass_time(wait)
        seconds -= wait
        act()
