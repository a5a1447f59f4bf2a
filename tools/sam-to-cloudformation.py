"""Turns a SAM template into plain CloudFormation JSON on standard output, without calling AWS.

cfn-lint no longer transforms SAM itself and would see only half of the resources.
"""

import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class NoManagedPolicies:
    """The template names no managed policies, so that none has to be looked up."""

    def load(self):
        return {}


def main(path):
    with open(path, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            # The translator wants an uploaded package; deploying replaces the local one by such an address.
            resource["Properties"]["CodeUri"] = {"Bucket": "code", "Key": "function.zip"}
    json.dump(transform(template, {}, NoManagedPolicies()), sys.stdout, indent=1, default=str)


if __name__ == "__main__":
    main(sys.argv[1])
