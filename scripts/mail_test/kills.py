"""kill -9 of whoever delivers, at random moments: `book`, `outbox deliver` and `serve` in turn."""
import os, random, signal, subprocess, time

from product import CLI, Host, check, message_id
from servers import Server

KILLS = int(os.environ.get("KILLS", "12"))
SEED = int(os.environ.get("SEED", "0")) or random.randrange(1, 1 << 30)


def run():
    chance = random.Random(SEED)
    print(f"     {KILLS} kills, SEED={SEED}", flush=True)
    host = Host("kills").set_up()
    # The pause makes it likelier that a kill comes when nobody knows what will become of a message.
    with Server(pause=0.1) as server:
        usual = durations(host, server.port)
        for number in range(KILLS):
            victim = ["book", "deliver", "serve"][number % 3]
            if victim != "book":
                # Something to do: a booking whose mail waits.
                host.book(server.port, f"Guest {number}", f"wait{number}@example.com", BOOKING_MAIL_PROGRAM="/none")
                host.pass_time(60)
            kill_at_random(host, server.port, victim, number, chance.uniform(0, usual[victim]))
            # The lease of what was being tried runs out.
            host.pass_time(200)
        for _ in range(12):
            host.deliver(server.port)
            host.pass_time(3600)
        time.sleep(0.5)
        check_everything(host, server.messages)


def arguments(victim, number):
    return {
        "book": Host.PLAN + ["--name", f"Guest {number}", "--email", f"kill{number}@example.com"],
        "deliver": ["outbox", "deliver"], "serve": ["serve", "--port", "0"],
    }[victim]


def durations(host, port):
    """How long each takes, with something to deliver."""
    began = time.monotonic()
    host.book(port, "Usual", "usual@example.com")
    book = time.monotonic() - began
    host.book(port, "Waits", "waits@example.com", BOOKING_MAIL_PROGRAM="/none")
    host.pass_time(60)
    began = time.monotonic()
    host.deliver(port)
    deliver = time.monotonic() - began
    return {"book": book, "deliver": deliver, "serve": deliver + 0.5}


def kill_at_random(host, port, victim, number, after):
    process = subprocess.Popen(
        [CLI, *arguments(victim, number)], env=host.environment(port), stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    # What `book` has started to deliver for it is killed as well; msmtp, once it has the message, goes on.
    for pid in [process.pid] + delivering(host):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    process.wait()


def delivering(host):
    """Processes of ours that work on this test's store."""
    found = []
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/cmdline", "rb") as file:
                words = file.read().split(b"\0")
        except OSError:
            continue
        if b"deliver" in words and host.data.encode() in words:
            found.append(int(entry))
    return found


def check_everything(host, messages):
    effects = host.query(
        "SELECT e.id, b.email, e.kind, e.state, e.reason, e.points FROM effects e JOIN bookings b"
        " ON b.id = e.booking_id ORDER BY e.id")
    check("there were bookings", len(effects) >= KILLS, len(effects))
    open_ = [e for e in effects if e[3] not in ("delivered", "failed", "skipped")]
    check("every effect has ended", open_ == [], open_)
    check("none failed without a reason", all(e[4] for e in effects if e[3] in ("failed", "skipped")))
    mails = {e[1]: e for e in effects if e[2] == "email"}
    copies = {address: [m for m in messages if m[1] == [address]] for address in mails}
    check("every mail that is called delivered was, and none that is not",
          all(bool(copies[a]) == (m[3] == "delivered") for a, m in mails.items()))
    check("no mail under two Message-IDs", all(len({message_id(m) for m in c}) <= 1 for c in copies.values()))
    ids = [message_id(c[0]) for c in copies.values() if c]
    check("and no Message-ID for two mails", len(set(ids)) == len(ids))
    twice = [a for a, c in copies.items() if len(c) > 1]
    check("what arrived twice says that it may have", all("twice" in (mails[a][4] or "") for a in twice), twice)
    said = [a for a, m in mails.items() if "twice" in (m[4] or "")]
    print(f"     {len(mails)} mails, {len(messages)} messages; {len(said)} say that they may have arrived twice,"
          f" {len(twice)} did", flush=True)
    entries = host.query("SELECT effect_id, points FROM loyalty_entries ORDER BY effect_id")
    owed = [(e[0], e[5]) for e in effects if e[2] == "loyalty"]
    check("the ledger has each award once", entries == owed, (len(entries), len(owed)))
    check("and adds up", sum(p for _, p in entries) == 20 * len(mails), sum(p for _, p in entries))
