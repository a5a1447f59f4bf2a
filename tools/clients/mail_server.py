"""A real SMTP server for tests: says on which port it listens, writes each mail as a file and prints its number.

usage: mail_server.py FOLDER [--tls starttls|implicit] [--cert FILE --key FILE] [--login USER:PASSWORD]

Recipients named full@ get 452, unknown@ 550; a sender named greylisted@ gets 451, spam@ 554.
"""

import argparse
import asyncio
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Folder:

    def __init__(self, folder, implicit):
        self.folder = folder
        self.implicit = implicit
        self.count = 0

    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("greylisted@"):
            return "451 4.7.1 come back later"
        if address.startswith("spam@"):
            return "554 5.7.1 we do not want this"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("full@"):
            return "452 4.2.2 mailbox full"
        if address.startswith("unknown@"):
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        name = os.path.join(self.folder, f"{self.count}.json")
        record = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None or self.implicit,
            "login": getattr(session.auth_data, "login", b"").decode() if session.auth_data else "",
            "content": envelope.content.decode("utf-8", "replace"),
        }
        with open(name + ".part", "w", encoding="utf-8") as file:
            json.dump(record, file)
        os.rename(name + ".part", name)
        print(self.count, flush=True)
        return "250 OK"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--tls", choices=["starttls", "implicit"])
    parser.add_argument("--cert")
    parser.add_argument("--key")
    parser.add_argument("--login")
    arguments = parser.parse_args()

    context = None
    if arguments.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(arguments.cert, arguments.key)
    options = {}
    if arguments.login:
        user, password = arguments.login.split(":", 1)

        def check(server, session, envelope, mechanism, data):
            good = data.login == user.encode() and data.password == password.encode()
            return AuthResult(success=good, handled=False, auth_data=data)

        options["authenticator"] = check
        options["auth_required"] = True
        options["auth_require_tls"] = arguments.tls == "starttls"
    if arguments.tls == "starttls":
        options["tls_context"] = context
        options["require_starttls"] = True
    folder = Folder(arguments.folder, arguments.tls == "implicit")
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    server = loop.run_until_complete(
        loop.create_server(
            lambda: SMTP(folder, loop=loop, enable_SMTPUTF8=True, **options),
            host="127.0.0.1",
            port=0,
            ssl=context if arguments.tls == "implicit" else None,
        )
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    # The test closes our standard input when it is done.
    loop.run_in_executor(None, sys.stdin.read).add_done_callback(lambda _: loop.stop())
    loop.run_forever()


if __name__ == "__main__":
    main()
