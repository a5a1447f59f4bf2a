"""Deploys weserv-status to one or more regions of an AWS account: `weserv-status deploy --help`.

The plan lies in deploy.toml, which the first deployment writes from the answers to three questions. Stacks are
deployed by SAM; the configuration and the page are put into the bucket of the home stack.
"""

import argparse
import mimetypes
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import tomlkit
import yaml

HOME = Path(__file__).resolve().parent.parent
ZIP = HOME / "functions/lambda/target/function.zip"
SAM = Path(sys.executable).parent / "sam"
REGION = re.compile(r"(af|ap|ca|cn|eu|eusc-de|il|me|mx|sa|us|us-gov)-(central|(north|south)?(east|west)|north|south)-[1-9]")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
STACK = re.compile(r"[a-z][a-z0-9-]{0,39}")
FROM_HOME = {"HomeTable": "TableName", "HomeBucket": "PageBucketName", "OrderTopicArn": "OrderTopicArn"}


class Refused(Exception):
    """What was given cannot be used; the text says what, why and what to do."""


@dataclass(frozen=True)
class Place:
    """One location and the stack that probes from it."""

    location: str
    region: str
    parameters: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """What is to be deployed; the first place is home."""

    stack: str
    places: list

    @property
    def home(self):
        return self.places[0]

    def template(self, place):
        return "template.yaml" if place is self.home else "template-probe.yaml"


# ---- reading ----


def locations(config):
    """The ids of the locations in status.yaml, which the launcher has found good."""
    with open(config, encoding="utf-8") as file:
        return [place["id"] for place in yaml.safe_load(file)["locations"]]


def read_plan(path, known):
    """Reads deploy.toml; every fault at once."""
    document = tomlkit.parse(path.read_text(encoding="utf-8")).unwrap()
    faults = [f"{name}: is no key; the keys are stack and places" for name in document.keys() - {"stack", "places"}]
    stack = str(document.get("stack", ""))
    if not STACK.fullmatch(stack):
        faults.append(f'stack: "{stack}" is no name; write small letters, digits and hyphens, such as weserv-status')
    places = [read_place(f"places[{i}]", place, known, faults) for i, place in enumerate(document.get("places", []))]
    if not places:
        faults.append("places: is missing; write [[places]] with location and region, home first")
    for name, values in (("location", [p.location for p in places]), ("region", [p.region for p in places])):
        faults += [f"places: two have the {name} {v}; each has its own" for v in set(values) if values.count(v) > 1]
    if faults:
        raise Refused("\n".join(f"{path.name}: {fault}" for fault in faults))
    return Plan(stack, places)


def read_place(where, place, known, faults):
    for name in place.keys() - {"location", "region", "parameters"}:
        faults.append(f"{where}.{name}: is no key; the keys are location, region and parameters")
    location, region = str(place.get("location", "")), str(place.get("region", ""))
    if location not in known:
        faults.append(f'{where}.location: "{location}" is not in status.yaml, which has {", ".join(known)}')
    if not REGION.fullmatch(region):
        faults.append(f'{where}.region: "{region}" is no region; write one such as eu-central-1')
    return Place(location, region, {k: str(v) for k, v in place.get("parameters", {}).items()})


def ask(question, default, valid, wrong):
    """One question on the terminal; an empty answer is the default."""
    while True:
        print(f"{question} [{default or 'none'}] ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise Refused("deploy.toml is missing and nobody answers; write it as docs/operations.md says")
        answer = line.strip() or default
        if valid(answer):
            return answer
        print(f"  {answer}: {wrong}", file=sys.stderr)


def ask_plan(path, known):
    """The first deployment's three questions; the answers are kept in deploy.toml."""
    default = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION") or "eu-central-1"
    region = ask("1/3 Region of the home stack?", default, REGION.fullmatch, "write a region such as eu-central-1")
    email = ask(
        "2/3 E-mail address for alerts and alarms?",
        "",
        lambda text: not text or EMAIL.fullmatch(text),
        "write one address such as ops@example.org, or nothing",
    )
    others = known[1:]
    regions = ask(
        f"3/3 Regions of the further locations {', '.join(others)}?" if others else "3/3 status.yaml has one location; deploy it?",
        "yes" if not others else "",
        lambda text: len(text.split()) == len(others) and all(map(REGION.fullmatch, text.split())) if others else text == "yes",
        "write one region for each, with spaces between" if others else "write yes, or stop with Ctrl-C",
    )
    document = tomlkit.document()
    document["stack"] = "weserv-status"
    places = tomlkit.aot()
    for location, where in zip(known, [region] + (regions.split() if others else [])):
        place = tomlkit.table()
        place["location"], place["region"] = location, where
        names = ("AlertEmail", "AlarmEmail") if location == known[0] else ("AlarmEmail",)
        if email:
            place["parameters"] = {name: email for name in names}
        places.append(place)
    document["places"] = places
    path.write_text(tomlkit.dumps(document), encoding="utf-8")
    print(f"written to {path.name}: change it there and deploy again", file=sys.stderr)


# ---- doing ----


class Account:
    """The AWS account, as SAM and the SDK find it in the environment."""

    def __init__(self, options):
        self.code_bucket = options.code_bucket

    def client(self, service, region):
        import boto3

        return boto3.client(service, region_name=region)

    def stack(self, name, region):
        """The stack's status and outputs; nothing where there is none."""
        from botocore.exceptions import ClientError

        try:
            found = self.client("cloudformation", region).describe_stacks(StackName=name)["Stacks"][0]
        except ClientError as e:
            if "does not exist" in str(e):
                return None
            raise
        return found["StackStatus"], {o["OutputKey"]: o["OutputValue"] for o in found.get("Outputs", [])}

    def deploy(self, plan, place, parameters):
        bucket = self.code_bucket and self.code_bucket.replace("{region}", place.region)
        code = ["--s3-bucket", bucket] if bucket else ["--resolve-s3"]
        overrides = [f"{name}={value}" for name, value in parameters.items()]
        self.sam(
            ["deploy", "--template-file", plan.template(place), "--stack-name", plan.stack, "--region", place.region]
            + code
            + ["--capabilities", "CAPABILITY_IAM", "--no-confirm-changeset", "--no-fail-on-empty-changeset"]
            + ["--no-progressbar", "--tags", "project=weserv-status", "--parameter-overrides"]
            + overrides
        )

    def remove(self, plan, place):
        self.sam(["delete", "--stack-name", plan.stack, "--region", place.region, "--no-prompts"])

    def sam(self, arguments):
        # samconfig.toml is for those who call SAM themselves: it has no environment of this name.
        code = subprocess.run([SAM] + arguments + ["--config-env", "none"], cwd=HOME, env={**os.environ, "SAM_CLI_TELEMETRY": "0"}).returncode
        if code:
            raise Refused(f"sam {arguments[0]} failed in {arguments[arguments.index('--region') + 1]}; see above")


def parameters(plan, place, outputs):
    """What a stack is given: its location, what home says of itself, and what the plan adds."""
    given = {"Location": place.location}
    if place is not plan.home:
        given["HomeRegion"] = plan.home.region
        given.update({name: outputs.get(output, f"<{output} of home>") for name, output in FROM_HOME.items()})
    given.update(place.parameters)
    return given


def site_files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def describe(plan, account, config, site, offline):
    """What would be done, in order."""
    home = None if offline else account.stack(plan.stack, plan.home.region)
    outputs = home[1] if home else {}
    for place in plan.places:
        found = home if place is plan.home else None if offline else account.stack(plan.stack, place.region)
        now = "unknown, no account was asked" if offline else f"there, {found[0]}" if found else "new"
        print(f"{place.region}: stack {plan.stack} from {plan.template(place)} ({now})")
        for name, value in parameters(plan, place, outputs).items():
            print(f"    {name}={value}")
    print(f"configuration: {config} to config/status.yaml")
    print(f"page: {len(site_files(site))} files of {site} to site/")


def placed(path, page):
    """A file of the page; what shows a preview of it elsewhere takes a whole address only."""
    body = path.read_bytes()
    if path.suffix != ".html":
        return body
    return body.replace(b'content="api/v1/preview.png"', f'content="{page}api/v1/preview.png"'.encode())


def upload(s3, outputs, config, site):
    """The configuration first: functions that run already read it. What the page no longer has is deleted."""
    bucket = outputs["PageBucketName"]
    s3.put_object(Bucket=bucket, Key="config/status.yaml", Body=config.read_bytes(), ContentType="application/yaml")
    mimetypes.add_type("text/javascript", ".mjs")
    kept = set()
    for path in site_files(site):
        key = "site/" + path.relative_to(site).as_posix()
        kept.add(key)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if kind.startswith("text/"):
            kind += "; charset=utf-8"
        s3.put_object(Bucket=bucket, Key=key, Body=placed(path, outputs["PageUrl"]), ContentType=kind, CacheControl="no-cache")
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="site/"):
        for item in page.get("Contents", []):
            if item["Key"] not in kept:
                s3.delete_object(Bucket=bucket, Key=item["Key"])


def build():
    command = ["./mvnw", "-B", "-q", "-ntp", "-Pquick", "-DskipTests", "-pl", "functions/lambda", "-am", "package"]
    if not ZIP.exists():
        print("building the functions, one to three minutes", file=sys.stderr)
        if subprocess.run(command, cwd=HOME).returncode:
            raise Refused("the build failed; see above")


def deploy(plan, account, config, site):
    build()
    account.deploy(plan, plan.home, parameters(plan, plan.home, {}))
    _, outputs = account.stack(plan.stack, plan.home.region)
    upload(account.client("s3", plan.home.region), outputs, config, site)
    account.client("cloudfront", plan.home.region).create_invalidation(
        DistributionId=outputs["CdnId"],
        InvalidationBatch={"Paths": {"Quantity": 1, "Items": ["/*"]}, "CallerReference": str(os.times().elapsed)},
    )
    for place in plan.places[1:]:
        account.deploy(plan, place, parameters(plan, place, outputs))
    print(f"page: {outputs['PageUrl']}")
    print(f"API:  {outputs['ApiUrl']}")


def remove(plan, account):
    """Places first, so that none writes to a home that goes."""
    for place in reversed(plan.places):
        account.remove(plan, place)
    print("table and bucket of the home stack are kept; docs/operations.md says how to delete them")


def options(arguments):
    parser = argparse.ArgumentParser(prog="weserv-status deploy", description=__doc__.split("\n")[0])
    parser.add_argument("--config", type=Path, default=HOME / "status.yaml", help="what is watched (status.yaml)")
    parser.add_argument("--plan", type=Path, default=HOME / "deploy.toml", help="stacks and regions (deploy.toml)")
    parser.add_argument("--site", type=Path, default=HOME / "site", help="folder of the page (site)")
    parser.add_argument("--code-bucket", help="bucket for the zip, such as code-{region}: each region has its own; those that SAM keeps by default")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    parser.add_argument("--offline", action="store_true", help="with --dry-run: do not even ask the account")
    parser.add_argument("--remove", action="store_true", help="remove all stacks; table and bucket are kept")
    return parser.parse_args(arguments)


def main(arguments):
    given = options(arguments)
    try:
        known = locations(given.config)
        if not given.plan.exists():
            ask_plan(given.plan, known)
        plan = read_plan(given.plan, known)
        account = Account(given)
        if given.dry_run:
            describe(plan, account, given.config, given.site, given.offline)
        elif given.remove:
            remove(plan, account)
        else:
            deploy(plan, account, given.config, given.site)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
