"""Turns SAM templates into plain CloudFormation JSON on standard output, one line for each, without calling AWS.

cfn-lint no longer transforms SAM itself and would see only half of the resources.
A template that cannot be translated becomes {"error": reason} and the exit code 1.
"""

import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")

from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class NoManagedPolicies:
    """The template names no managed policies, so that none has to be looked up."""

    def load(self):
        return {}


def translated(path):
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            # The translator wants an uploaded package; deploying replaces the local one by such an address.
            resource["Properties"]["CodeUri"] = {"Bucket": "code", "Key": "function.zip"}
    try:
        return transform(template, {}, NoManagedPolicies())
    except InvalidDocumentException as e:
        return {"error": "; ".join(cause.message for cause in e.causes)}


def main(paths):
    documents = [translated(path) for path in paths]
    for document in documents:
        print(json.dumps(document, default=str))
    return any("error" in document for document in documents)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
