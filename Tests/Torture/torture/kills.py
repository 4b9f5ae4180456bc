"""kill -9 under load."""
import http.client
import random
import threading
import time

from .house import Client, House
from .races import starts
from .report import Scenario


def run(times, seed=1):
    promise = f"kill -9 under load, {times} times: what was acknowledged is there, once, and whole"
    with Scenario("kills", promise) as it, House(one_table=False) as house:
        rng = random.Random(seed)
        acknowledged, sent = {}, 0
        times_of = [f"{q // 4:02}:{q % 4 * 15:02}" for q in range(96)]
        day = next(iter(starts(1)))[0]
        token = None
        for kill in range(times):
            server = house.serve()
            if token is None:
                token = Client(server.port).sign_in(house)
            stop = threading.Event()
            results = []

            def load(lane):
                client, number = Client(server.port, token), 0
                while not stop.is_set():
                    number += 1
                    key = f"kill-{kill}-{lane}-{number}"
                    try:
                        status, answer = client.book(
                            house, day, times_of[(kill + number) % 96], name=key, key=key)
                    except (OSError, http.client.HTTPException):
                        results.append((key, None))
                        return
                    results.append((key, answer["reference"] if status == 201 else f"status {status}"))

            threads = [threading.Thread(target=load, args=(lane,)) for lane in range(6)]
            for thread in threads:
                thread.start()
            time.sleep(rng.uniform(0.02, 0.35))
            server.kill()
            stop.set()
            for thread in threads:
                thread.join()
            sent += len(results)
            for key, reference in results:
                if reference:
                    acknowledged[key] = reference
            # Who heard nothing asks again with the same key, and gets the one booking.
            unheard = [key for key, reference in results if reference is None]
            if unheard and kill % 5 == 0:
                again = house.serve()
                client = Client(again.port, token)
                for key in unheard:
                    lane = key.rsplit("-", 2)
                    number = int(lane[2])
                    status, answer = client.book(
                        house, day, times_of[(kill + number) % 96], name=key, key=key)
                    it.check(status in (200, 201), f"asking again: {status} {answer}")
                    acknowledged[key] = answer["reference"]
                again.kill()
        stored = house.rows("SELECT name, reference FROM bookings")
        references = dict(stored)
        it.check(len(references) == len(stored), "a booking is there twice")
        missing = [key for key, reference in acknowledged.items() if references.get(key) != reference]
        it.check(not missing, f"{len(missing)} acknowledged bookings are not there: {missing[:3]}")
        it.check(not house.wrongs(), f"{house.wrongs()[:3]}")
        it.note(f"{len(acknowledged)} acknowledged of {sent} sent, {len(stored)} stored, no hand needed")
