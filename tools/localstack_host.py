"""Starts LocalStack in host mode: without Docker, and without what it would fetch from the network when first used.

LOCALSTACK_JAVA is the java to use, DYNAMODB_LOCAL the folder with the jars of DynamoDB Local.
"""

import _thread
import os
import threading


class Lock:
    """LocalStack writes `Lock | None`, which Python takes from 3.13 on, where Lock is a class."""

    def __new__(cls):
        return _thread.allocate_lock()


allocate = threading.Lock
threading.Lock = Lock
import localstack.packages.api

threading.Lock = allocate

from localstack.services.dynamodb import packages, server


def command(self):
    lib = os.environ["DYNAMODB_LOCAL"]
    return [
        os.environ["LOCALSTACK_JAVA"],
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx256m",
        "--enable-native-access=ALL-UNNAMED",
        f"-Dsqlite4java.library.path={lib}",
        "-cp",
        f"{lib}/*",
        "software.amazon.dynamodb.services.local.main.ServerRunner",
        "-inMemory",
        "-disableTelemetry",
        "-port",
        str(self.port),
    ]


server.DynamodbServer._create_shell_command = command
packages.DynamoDBLocalPackageInstaller.install = lambda self, target=None: None
packages.DynamoDBLocalPackageInstaller.get_java_env_vars = lambda self: {}

if __name__ == "__main__":
    from localstack.runtime.main import main

    main()
