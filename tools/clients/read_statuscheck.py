"""Reads the summary of each page with statuscheck, which refuses every word that Statuspage does not have; prints one line of JSON."""

import json
import sys

from statuscheck.services.bases._statuspageio import BaseStatusPageAPI


class Page(BaseStatusPageAPI):
    def __init__(self, url):
        self.url = url

    def _get_base_url(self):
        return self.url + "api/v2/"


def read(url):
    summary = Page(url).get_summary()
    return {
        "code": summary.status.code,
        "description": summary.status.description,
        "components": {one.name: one.status for one in summary.components},
        "told": [[one.name, one.status, [part.name for part in one.components]] for one in summary.incidents],
    }


print(json.dumps([read(url) for url in sys.argv[1:]]))
