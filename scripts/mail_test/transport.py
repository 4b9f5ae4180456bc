"""`mail test` through msmtp: the outcome of an attempt is what is known of it: delivered, to be tried again, the
end of it, or unknown when the message may have been accepted."""
import time

from product import Host, check, check_message
from servers import Rude, Server, free_port

host = Host("transport")


def send(port, **more):
    return host.run(port, "mail", "test", "ada@example.com", **more)


def well_behaved():
    with Server() as server:
        result = send(server.port)
        check("a server that takes it: delivered", result["outcome"] == "delivered", result)
        check("exactly one message", len(server.messages) == 1, len(server.messages))
        parsed, _ = check_message("the message", server.messages[0], "ada@example.com")
        check("the page and the text have the same link",
              all("https://bookings.example/booking/" in part.get_content()
                  for part in parsed.walk() if part.get_content_maintype() == "text"
                  and part.get_content_subtype() != "calendar"))


def refusing():
    for what, answers, outcome, words in [
        ("no such mailbox", {"rcpt": "550 5.1.1 mailbox unavailable"}, "failed", "550 mailbox unavailable"),
        ("an answer with the address in it", {"rcpt": "550 5.1.1 <ada@example.com> unknown"}, "failed", "550 … unknown"),
        ("mailbox busy", {"rcpt": "450 4.2.0 mailbox busy"}, "retry", "450 mailbox busy"),
        ("sender not allowed", {"mail": "553 5.7.1 not yours"}, "retry", "553 not yours"),
        ("too large", {"data": "552 5.3.4 too big"}, "failed", "552 too big"),
        ("no room", {"data": "452 4.3.1 no room"}, "retry", "452 no room"),
    ]:
        with Server(**answers) as server:
            result = send(server.port)
            check(f"{what}: {outcome}", result["outcome"] == outcome, result)
            check(f"{what}: the server's words", result["reason"].endswith(words), result["reason"])
            check(f"{what}: no address in the reason", "ada" not in result["reason"], result["reason"])


def broken():
    result = send(free_port())
    check("nobody listens: retry", result["outcome"] == "retry", result)
    for stage, act, outcomes in [
        ("greeting", "close", ["retry"]), ("greeting", "hang", ["retry"]), ("data", "close", ["retry"]),
        ("dot", "close", ["unknown"]), ("dot", "hang", ["unknown"]),
        # How much msmtp had read by then is chance.
        ("middle", "close", ["retry", "unknown"]),
    ]:
        with Rude(stage, act) as server:
            result = send(server.port)
            check(f"{act} at {stage}: {' or '.join(outcomes)}", result["outcome"] in outcomes, result)
    with Rude("dot", "hang") as server:
        started = time.monotonic()
        result = send(server.port, BOOKING_MAIL_SECONDS="1")
        check("longer than allowed: unknown", result["outcome"] == "unknown", result)
        check("and ended soon", time.monotonic() - started < 10)


def run():
    well_behaved()
    refusing()
    broken()
