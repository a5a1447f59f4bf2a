"""Reads the feeds with feedparser and the metrics with prometheus_client; prints what they understood as one line of JSON."""

import json
import sys
import urllib.request

import feedparser
from prometheus_client.openmetrics.parser import text_string_to_metric_families


def feed(url):
    read = feedparser.parse(url)
    return {
        "version": read.version,
        "bozo": bool(read.bozo),
        "title": read.feed.title,
        "items": [{"id": e.id, "title": e.title, "updated": e.get("updated", e.get("published"))} for e in read.entries],
    }


def metrics(url):
    with urllib.request.urlopen(url, timeout=20) as answer:
        text = answer.read().decode("utf-8")
        content_type = answer.headers["Content-Type"]
    samples = [s for family in text_string_to_metric_families(text) for s in family.samples]
    return {
        "type": content_type,
        "count": len(samples),
        "labels": sorted({label for s in samples for label in s.labels}),
        "state": [s.labels["status"] for s in samples if s.name == "weserv_page_status" and s.value == 1],
    }


url = sys.argv[1]
print(json.dumps({"atom": feed(url + "history.atom"), "rss": feed(url + "history.rss"), "metrics": metrics(url + "metrics")}))
