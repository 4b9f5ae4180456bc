"""Mail servers on the loopback: one that behaves as it is told, and one that breaks off or falls silent."""
import asyncio, socket, threading

from aiosmtpd.controller import Controller


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


class Server:
    """An SMTP server (aiosmtpd) that keeps what it accepts; `answers` by stage make it refuse, and it says yes to
    a message only after a pause."""

    def __init__(self, options=None, pause=0, **answers):
        self.messages = []
        self.options = options or {}
        self.pause = pause
        self.answers = answers
        self.port = free_port()

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return self.answers.get("mail", "250 ok")

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.answers.get("rcpt", "250 ok")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        if not self.answers.get("data", "250").startswith("250"):
            return self.answers["data"]
        self.messages.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        await asyncio.sleep(self.pause)
        return "250 queued"

    def __enter__(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port, **self.options)
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()


class Rude:
    """A server that closes or hangs at a stage: greeting, data, middle (of the message), dot (after it).

    A message that it has had to its end is kept: whoever sent it cannot know whether it was accepted.
    """

    def __init__(self, stage, act):
        self.stage, self.act = stage, act
        self.messages = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.done = threading.Event()
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def misbehave(self, stage, connection):
        if stage != self.stage:
            return False
        if self.act == "hang":
            self.done.wait(60)
        try:
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # The other side has gone already.
        connection.close()
        return True

    def serve(self, connection):
        try:
            self.talk(connection, connection.makefile("rb"))
        except OSError:
            pass

    def talk(self, connection, lines):
        if self.misbehave("greeting", connection):
            return
        connection.sendall(b"220 rude ESMTP\r\n")
        for line in lines:
            if line.split(b" ")[0].strip().upper() == b"DATA":
                if self.misbehave("data", connection):
                    return
                connection.sendall(b"354 go on\r\n")
                content = []
                for text in lines:
                    if len(content) == 5 and self.misbehave("middle", connection):
                        return
                    if text == b".\r\n":
                        break
                    content.append(text)
                self.messages.append((None, [], b"".join(content)))
                if self.misbehave("dot", connection):
                    return
            connection.sendall(b"250 ok\r\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.done.set()
        self.socket.close()
