"""The program under test: how it is called, its store, and what is expected of the mail it sends."""
import email, email.policy, json, os, shutil, sqlite3, subprocess, sys, tempfile, time

import icalendar

CLI = os.path.abspath(sys.argv[1])
WORK = tempfile.mkdtemp(prefix="mail-test-")
STRICT = email.policy.SMTP.clone(raise_on_defect=True)
failures = []


def check(what, is_so, seen=""):
    print(("ok   " if is_so else "FAIL ") + what + ("" if is_so else f": {seen}"), flush=True)
    if not is_so:
        failures.append(what)


class Host:
    """The command line over a data directory of its own, sending through msmtp to a port."""

    RULES = """
    return {
      title = "Test", access = "staff",
      fields = { name = { required = true, max_length = 120 }, notes = { max_length = 500 } },
      severity = { capacity_exceeded = "allow" },
      effects = function(booking)
        email("confirmation")
        loyalty(10 + 5 * booking.party)
        notify("floor")
        webhook("booking.created")
      end,
    }
    """

    def __init__(self, name, rules=RULES, mail=None):
        self.folder = os.path.join(WORK, name)
        self.data, self.rules = self.folder + "/data", self.folder + "/rules"
        os.makedirs(self.rules + "/mail")
        self.write("ops.lua", rules)
        for file, text in (mail or {}).items():
            self.write("mail/" + file, text)

    def write(self, file, text):
        with open(f"{self.rules}/{file}", "w") as out:
            out.write(text)

    def environment(self, port, **more):
        path = f"{self.folder}/msmtprc-{port}"
        with open(path, "w") as file:
            file.write(f"account default\nhost 127.0.0.1\nport {port}\ntls off\nauth off\ntimeout 2\n")
        os.chmod(path, 0o600)
        return {
            **os.environ,
            "BOOKING_MAIL_TRANSPORT": "program",
            "BOOKING_MAIL_FROM": "bookings@host.example",
            "BOOKING_MAIL_SENDER": "bounces@host.example",
            "BOOKING_MAIL_ARGUMENTS": f"-C {path} -i -t -f {{sender}}",
            "BOOKING_DATA": self.data,
            "BOOKING_RULES": self.rules,
            "BOOKING_HTTP_PUBLIC_URL": "https://bookings.example",
            **more,
        }

    def run(self, port, *arguments, text=None, **more):
        result = subprocess.run(
            [CLI, *arguments, "--format", "json"], env=self.environment(port, **more), input=text,
            capture_output=True, text=True, timeout=120)
        try:
            return json.loads(result.stdout)
        except ValueError:
            raise SystemExit(f"{arguments} printed no JSON:\n{result.stdout}\n{result.stderr}")

    def set_up(self):
        staff = next(s for s in self.run(1, "setup", "--demo")["staff"] if s["role"] == "host")
        self.run(1, "sign-in", staff["email"], "--password-stdin", text=staff["password"] + "\n")
        return self

    PLAN = ["book", "--restaurant", "the-anchor", "--date", "tomorrow", "--time", "19:00", "--party", "2"]

    def book(self, port, name, address=None, *more, **settings):
        contact = ["--email", address] if address else []
        return self.run(port, *self.PLAN, "--name", name, *contact, *more, **settings)

    def deliver(self, port, **more):
        return self.run(port, "outbox", "deliver", **more)

    def effects(self, booking):
        """A booking's effects by kind, as staff see them."""
        shown = self.run(1, "booking", "show", booking["reference"])
        return {effect["kind"]: effect for effect in shown.get("booking", shown)["effects"]}

    # The store, for what nobody can ask of the program: time to pass, and every row there is.

    def query(self, statement, *values):
        with sqlite3.connect(self.data + "/booking.sqlite", timeout=30) as store:
            return store.execute(statement, values).fetchall()

    def pass_time(self, seconds):
        """Everything that waits for a moment waits so much less."""
        self.query(
            "UPDATE effects SET due_at = due_at - ?1, expires_at = expires_at - ?1,"
            " leased_until = leased_until - ?1 WHERE state IN ('queued', 'sending')", seconds)

    def wait_until_tried(self):
        """Until nobody is at an email: what `book` starts goes on when it has ended."""
        for _ in range(300):
            if not self.query("SELECT 1 FROM effects WHERE state = 'sending' AND kind = 'email'"):
                return
            time.sleep(0.1)
        raise SystemExit("an email has been on its way for half a minute")

    def seconds_until_due(self):
        """Until the next email is to be tried; nil when none waits."""
        found = self.query(
            "SELECT min(due_at) - CAST(strftime('%s', 'now') AS INTEGER) FROM effects"
            " WHERE state = 'queued' AND kind = 'email'")
        return found[0][0]


def clean_up():
    shutil.rmtree(WORK, ignore_errors=True)


def message_id(message):
    return str(email.message_from_bytes(message[2], policy=email.policy.SMTP)["message-id"])


def check_message(what, message, to):
    """That a message has no defects, one recipient, a text, a page, and an entry that a calendar takes."""
    sender, recipients, content = message
    check(f"{what}: the envelope is from the sender, to one recipient",
          (sender, recipients) == ("bounces@host.example", [to]), (sender, recipients))
    parsed = email.message_from_bytes(content, policy=STRICT)
    defects = [defect for part in parsed.walk() for defect in part.defects]
    defects += [defect for part in parsed.walk() for value in part.values() for defect in value.defects]
    check(f"{what}: no defects", defects == [], defects)
    check(f"{what}: 7-bit, lines of at most 78",
          all(len(line) <= 78 and line.isascii() for line in content.split(b"\r\n")))
    check(f"{what}: one address in To, no copies",
          [a.addr_spec for a in parsed["to"].addresses] == [to] and not parsed["cc"] and not parsed["bcc"])
    types = [part.get_content_type() for part in parsed.walk()]
    check(f"{what}: text, HTML and calendar", types == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"], types)
    calendar = icalendar.Calendar.from_ical(list(parsed.iter_attachments())[0].get_content())
    event = calendar.walk("VEVENT")[0]
    check(f"{what}: the calendar library reads it", calendar.errors == [] and event.errors == []
          and event["DTSTART"].dt.tzinfo is not None and event["DTEND"].dt > event["DTSTART"].dt)
    return parsed, event
