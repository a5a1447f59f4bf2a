"""Starts MiniStack so that its java* functions run under the real runtime client, each with the role of the function.

What is done to a subscription of SNS is authorized against its topic, as SNS does; MiniStack knows no resource for it.

MiniStack runs Java in Docker only. It knows the `provided` runtimes without Docker: those start a program called
bootstrap, which here is the Java runtime client. LAMBDA_JAVA is the java to use, LAMBDA_CLIENT the client's class path.
"""

import os

from ministack.core import iam_actions, lambda_runtime
from ministack.services import lambda_svc

# Lambda's own options, and a heap as in a function of 512 MB.
BOOTSTRAP = """#!/bin/sh
exec {java} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx420m --enable-native-access=ALL-UNNAMED \\
    -cp '{client}' com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$_HANDLER"
""".format(java=os.environ["LAMBDA_JAVA"], client=os.environ["LAMBDA_CLIENT"])

unpack = lambda_svc._provided_runtime_code_dir
worker_class = lambda_runtime._worker_class_for
in_docker = lambda_svc._execute_function_docker
named_resource = iam_actions.extract_resource_arn


def unpack_with_bootstrap(code):
    folder = unpack(code)
    path = os.path.join(folder, "bootstrap")
    if not os.path.exists(path):
        with open(path, "w", encoding="utf-8") as file:
            file.write(BOOTSTRAP)
        os.chmod(path, 0o755)
    return folder


def is_java(config):
    return str(config.get("Runtime", "")).startswith("java")


def worker_class_for(config):
    return lambda_runtime.ProvidedWorker if is_java(config) else worker_class(config)


def execute(function, event, request_id):
    run = lambda_svc._execute_function_provided_warm if is_java(function.get("config") or function) else in_docker
    return run(function, event, request_id)


def resource(service, method, path, headers, body, query_params, region, account_id):
    arn = named_resource(service, method, path, headers, body, query_params, region, account_id)
    subscription = iam_actions._query_param(query_params, "SubscriptionArn") if service == "sns" else ""
    return subscription.rpartition(":")[0] if arn == "*" and subscription else arn


iam_actions.extract_resource_arn = resource
lambda_svc._provided_runtime_code_dir = unpack_with_bootstrap
lambda_runtime._worker_class_for = worker_class_for
lambda_svc._execute_function_docker = execute

if __name__ == "__main__":
    from ministack.app import main

    main()
