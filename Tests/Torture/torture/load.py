"""Mixed load for a long time, and clients that misbehave."""
import random
import socket
import threading
import time

from .house import Client, House
from .races import starts
from .report import Scenario, percentile


# Seconds from one request of a client to its next.
PACE = 0.1


def soak(seconds):
    promise = f"{seconds} s of bookings, changes, edits of rules and dashboards: memory, handles and p99 steady"
    with Scenario("soak", promise) as it, House(one_table=False) as house:
        server = house.serve()
        token = Client(server.port).sign_in(house)
        days = sorted({day for day, _ in starts(96 * 60)})
        stop = threading.Event()
        latencies, failures = [], []
        begin = time.monotonic()

        def work(lane):
            rng, client, references = random.Random(lane), Client(server.port, token), []
            while not stop.is_set():
                day, time_of_day = rng.choice(days), f"{rng.randrange(24):02}:{rng.randrange(4) * 15:02}"
                start = time.monotonic()
                kind = rng.random()
                try:
                    if kind < 0.5 or not references:
                        status, answer = client.book(house, day, time_of_day, rng.randint(1, 8), f"Guest {lane}")
                        if status == 201:
                            references.append(answer["reference"])
                    elif kind < 0.7:
                        status, _ = client.ask(
                            "PATCH", f"/api/ops/bookings/{rng.choice(references)}", {"party": rng.randint(1, 8)})
                    elif kind < 0.8:
                        reference = references.pop(rng.randrange(len(references)))
                        status, _ = client.ask(
                            "POST", f"/api/ops/bookings/{reference}/transitions", {"to": "cancelled"})
                    elif kind < 0.95:
                        status, _ = client.ask("GET", f"/api/ops/dashboard?restaurant=the-anchor&date={day}")
                    else:
                        status, _ = client.ask("GET", f"/api/ops/bookings?restaurant=the-anchor&date={day}")
                    if status >= 500 or status in (401, 403, 404):
                        failures.append(status)
                except Exception as error:
                    failures.append(repr(error))
                    client.close()
                latencies.append((time.monotonic() - begin, time.monotonic() - start))
                # Without a pace days would fill with thousands of bookings, and what is measured would be their size.
                time.sleep(max(0, PACE - (time.monotonic() - start)))

        threads = [threading.Thread(target=work, args=(lane,)) for lane in range(4)]
        for thread in threads:
            thread.start()
        samples, text, edits = [], (house.rules / "ops.lua").read_text(), 0
        while (now := time.monotonic() - begin) < seconds:
            time.sleep(min(2, seconds / 10))
            edits += 1
            (house.rules / "ops.lua").write_text(text + f"-- edit {edits}\n")
            samples.append((now, server.memory, server.handles))
        stop.set()
        for thread in threads:
            thread.join()
        it.check(not failures, f"{len(failures)} failures: {failures[:3]}")
        third = seconds / 3
        early = [latency for at, latency in latencies if third < at <= 2 * third]
        late = [latency for at, latency in latencies if at > 2 * third]
        memory = [m for at, m, _ in samples if at > third]
        growth = memory[-1] / memory[0]
        opened = max(h for *_, h in samples) - min(h for at, _, h in samples if at > third)
        it.note(f"{len(latencies)} requests, {edits} edits; p99 {percentile(early, .99) * 1000:.0f} then "
                f"{percentile(late, .99) * 1000:.0f} ms; {memory[0] >> 20} then {memory[-1] >> 20} MB; "
                f"{samples[-1][2]} handles")
        it.check(growth < 1.25 or memory[-1] - memory[0] < 30 << 20, f"memory grew {growth:.2f} x: {memory[0] >> 20} to {memory[-1] >> 20} MB")
        it.check(opened < 20, f"{opened} more handles")
        it.check(percentile(late, .99) < 2 * percentile(early, .99) + 0.05, "p99 is not steady: " + it.notes[-1])
        it.check(not house.wrongs(), f"{house.wrongs()[:3]}")


def abuse(seconds):
    promise = "slow, malformed and abusive clients beside an honest one: its p99 within twice the quiet one"
    with Scenario("abuse", promise) as it, House(one_table=False) as house:
        server = house.serve()
        client = Client(server.port)
        client.sign_in(house)
        day = next(iter(starts(1)))[0]

        def honest():
            latencies, end = [], time.monotonic() + seconds
            while time.monotonic() < end:
                start = time.monotonic()
                status, answer = client.ask("GET", f"/api/ops/dashboard?restaurant=the-anchor&date={day}")
                it.check(status == 200, f"{status} {answer}")
                latencies.append(time.monotonic() - start)
                time.sleep(0.005)
            return percentile(latencies, 0.99), len(latencies)

        client.book(house, day, "10:00")
        honest()
        quiet, _ = honest()
        stop = threading.Event()
        threads = [threading.Thread(target=vice, args=(server.port, stop), daemon=True) for vice in VICES]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        beset, count = honest()
        stop.set()
        for thread in threads:
            thread.join(10)
        it.note(f"p99 {quiet * 1000:.1f} ms quiet, {beset * 1000:.1f} ms beset ({count} requests)")
        it.check(beset < 2 * quiet + 0.005, it.notes[-1])
        it.check(server.process.poll() is None, "the server ended")


def connect(port):
    one = socket.create_connection(("127.0.0.1", port), timeout=5)
    return one


def slow_headers(port, stop):
    crowd = [connect(port) for _ in range(60)]
    while not stop.is_set():
        for one in crowd:
            try:
                one.send(b"G")
            except OSError:
                pass
        stop.wait(0.5)
    for one in crowd:
        one.close()


def slow_body(port, stop):
    crowd = [connect(port) for _ in range(30)]
    for one in crowd:
        one.send(b"POST /api/bookings HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n{")
    while not stop.is_set():
        for one in crowd:
            try:
                one.send(b" ")
            except OSError:
                pass
        stop.wait(0.5)
    for one in crowd:
        one.close()


def garbage(port, stop):
    rng = random.Random(3)
    while not stop.is_set():
        try:
            one = connect(port)
            one.send(rng.randbytes(400))
            one.close()
        except OSError:
            pass
        stop.wait(0.02)


def large(port, stop):
    body = b"x" * 300_000
    while not stop.is_set():
        try:
            one = connect(port)
            one.send(b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n" + body)
            one.recv(200)
            one.close()
        except OSError:
            pass
        stop.wait(0.1)


def guesses(port, stop):
    while not stop.is_set():
        try:
            Client(port).ask("GET", "/api/bookings/ABCDEF?token=0")
        except OSError:
            pass
        stop.wait(0.02)


VICES = [slow_headers, slow_body, garbage, large, guesses]
