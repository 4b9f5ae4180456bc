"""Races for the last table, by threads, processes and HTTP clients together."""
import datetime
import threading

from .house import Client, House
from .report import Scenario


def starts(count, first=datetime.date.today() + datetime.timedelta(days=2)):
    """So many starts, a quarter of an hour apart."""
    for number in range(count):
        day, quarter = divmod(number, 96)
        yield (first + datetime.timedelta(days=day)).isoformat(), f"{quarter // 4:02}:{quarter % 4 * 15:02}"


def run(count, by_command):
    """`count` races over HTTP between two servers, every `by_command`-th with a process of the command line too."""
    promise = f"{count} races for one table, over two servers and by processes: one winner each"
    with Scenario("races", promise) as it, House() as house:
        servers = [house.serve(), house.serve()]
        token = Client(servers[0].port).sign_in(house)
        races = list(starts(count))
        won, lost, strange = [0] * count, [0] * count, []
        lock = threading.Lock()

        def settle(race, status, answer):
            with lock:
                if status in (0, 201):
                    won[race] += 1
                elif status in (2, 422):
                    lost[race] += 1
                else:
                    strange.append((status, (answer or {}).get("detail")))

        barriers = [threading.Barrier(4) for _ in range(2)]

        def compete(lane, server):
            client = Client(server.port, token)
            for race in range(lane, count, 2):
                barriers[lane].wait()
                settle(race, *client.book(house, *races[race], name=f"Racer {race}"))

        def command():
            for race in range(0, count, by_command):
                code, answer, _ = house.book(*races[race], name="By command")
                settle(race, code, answer)

        threads = [
            threading.Thread(target=compete, args=(lane, servers[number % 2]))
            for lane in range(2) for number in range(4)] + [threading.Thread(target=command)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        stored = dict(house.rows(
            "SELECT starts_at, count(*) FROM bookings WHERE status = 'confirmed' GROUP BY starts_at"))
        it.check(not strange, f"answers that are none: {strange[:3]}")
        it.check(all(n == 1 for n in won), f"{sum(n != 1 for n in won)} races without one winner")
        it.check(len(stored) == count and set(stored.values()) == {1}, "the store holds other bookings than were won")
        it.check(not house.wrongs(), f"{house.wrongs()[:3]}")
        it.note(f"{count} winners, {sum(lost)} refused, none else")


def crowds(count, size=50, hosts=3):
    """`count` times `size` clients over several hosts for one place that is left."""
    promise = f"{count} times {size} clients over {hosts} hosts for one place: one winner each"
    with Scenario("crowds", promise) as it, House() as house:
        servers = [house.serve() for _ in range(hosts)]
        token = Client(servers[0].port).sign_in(house)
        races, answers, lock = list(starts(count)), {}, threading.Lock()
        won, barrier = [0] * count, threading.Barrier(size)

        def compete(number):
            client = Client(servers[number % hosts].port, token)
            for race in range(count):
                barrier.wait()
                # Who is told to try again does: what counts is who gets the place in the end.
                for _ in range(20):
                    status, _ = client.book(house, *races[race], name=f"Racer {number}")
                    with lock:
                        answers[status] = answers.get(status, 0) + 1
                    if status != 503:
                        break
                if status == 201:
                    with lock:
                        won[race] += 1

        threads = [threading.Thread(target=compete, args=(number,)) for number in range(size)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        stored = dict(house.rows(
            "SELECT starts_at, count(*) FROM bookings WHERE status = 'confirmed' GROUP BY starts_at"))
        it.check(set(answers) <= {201, 422, 503}, f"answers that are none: {answers}")
        it.check(all(n == 1 for n in won), f"{sum(n != 1 for n in won)} places without one winner")
        it.check(len(stored) == count and set(stored.values()) == {1}, "the store holds other bookings than were won")
        it.check(not house.wrongs(), f"{house.wrongs()[:3]}")
        it.note(f"{answers.get(201, 0)} winners, {answers.get(422, 0)} refused, {answers.get(503, 0)} told to try again")
