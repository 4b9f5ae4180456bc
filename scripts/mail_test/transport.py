"""`mail test` through msmtp: the outcome of an attempt is what is known of it: delivered, to be tried again, the
end of it, or unknown when the message may have been accepted."""
import logging, os, re, ssl, subprocess, time

from aiosmtpd.smtp import AuthResult, LoginPassword
from product import Host, check, check_message
from servers import Rude, Server, free_port

host = Host("transport")
# aiosmtpd complains of what it does itself.
logging.getLogger("mail.log").setLevel(logging.ERROR)


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


def as_documented():
    """The configuration that docs/mail.md gives, with another host, against a server that insists on TLS and a
    password."""
    folder = host.folder
    certificate, key = f"{folder}/certificate.pem", f"{folder}/key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with open("docs/mail.md") as guide:
        text = re.search(r"^```\n(defaults\n.*?)^```", guide.read(), re.M | re.S)[1]

    def authenticate(server, session, envelope, mechanism, data):
        known = LoginPassword(b"bookings@restaurant.example", b"secret")
        return AuthResult(success=data == known, handled=False, auth_data=data)

    options = dict(tls_context=context, require_starttls=True, auth_required=True, authenticator=authenticate)
    with Server(options) as server:
        for what, password, trust, outcome in [
            ("as documented", "secret", certificate, "delivered"), ("a wrong password", "guess", certificate, "retry"),
            ("a certificate of nobody we know", "secret", "/etc/ssl/certs/ca-certificates.crt", "retry"),
        ]:
            with open(f"{folder}/password", "w") as file:
                file.write(password + "\n")
            configuration = text.replace("smtp.example.com", "localhost").replace("587", str(server.port))
            configuration = configuration.replace("/etc/ssl/certs/ca-certificates.crt", trust)
            configuration = configuration.replace("/etc/booking/smtp-password", f"{folder}/password")
            with open(f"{folder}/msmtprc", "w") as file:
                file.write(configuration)
            os.chmod(f"{folder}/msmtprc", 0o600)
            result = send(server.port, BOOKING_MAIL_ARGUMENTS=f"-C {folder}/msmtprc -i -t -f {{sender}}")
            check(f"TLS and a password, {what}: {outcome}", result["outcome"] == outcome, result)
        check("one message", len(server.messages) == 1, len(server.messages))


def run():
    well_behaved()
    refusing()
    broken()
    as_documented()
