"""Reads a dashboard with Grafana's own model and prints, as one line of JSON, its panels and the fields that the model does not know."""

import json
import sys

import grafana_foundation_sdk.cog.plugins as plugins
from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.models.dashboard import Dashboard


def lost(ours, theirs, path=""):
    if isinstance(ours, dict):
        known = theirs if isinstance(theirs, dict) else {}
        return [one for key, value in ours.items() for one in ([f"{path}/{key}"] if key not in known else lost(value, known[key], f"{path}/{key}"))]
    if isinstance(ours, list):
        if not isinstance(theirs, list) or len(theirs) != len(ours):
            return [path]
        return [one for place, pair in enumerate(zip(ours, theirs)) for one in lost(*pair, f"{path}/{place}")]
    return [] if ours == theirs else [path]


with open(sys.argv[1], encoding="utf-8") as file:
    ours = json.load(file)
plugins.register_default_plugins()
theirs = json.loads(JSONEncoder().encode(Dashboard.from_json(ours)))
print(json.dumps({"panels": [panel["type"] for panel in theirs["panels"]], "lost": lost(ours, theirs)}))
