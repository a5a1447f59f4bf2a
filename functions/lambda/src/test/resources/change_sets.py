"""Asks CloudFormation for change sets: each argument is a template and its parameters, such as template.yaml|A=1|B=2.

Prints one line for each: what CloudFormation says against it, or "taken".
"""

import sys
from pathlib import Path

import boto3
from botocore.exceptions import ClientError


def packaged(template):
    """As `sam deploy` sends it: the code lies in a bucket."""
    return Path(template).read_text(encoding="utf-8").replace("functions/lambda/target/function.zip", "s3://code/function.zip")


client = boto3.client("cloudformation")
for number, asked in enumerate(sys.argv[1:]):
    template, *parameters = asked.split("|")
    pairs = [parameter.split("=", 1) for parameter in parameters]
    try:
        client.create_change_set(
            StackName=f"asked-{number}",
            ChangeSetName="asked",
            ChangeSetType="CREATE",
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
            TemplateBody=packaged(template),
            Parameters=[{"ParameterKey": name, "ParameterValue": value} for name, value in pairs],
        )
        print("taken")
    except ClientError as e:
        print(e.response["Error"]["Message"].replace("\n", " "))
