"""Reads the calendar with icalendar and prints, as one line of JSON, when recurring-ical-events expects work until a day."""

import datetime
import json
import sys
import urllib.request

import icalendar
import recurring_ical_events

with urllib.request.urlopen(sys.argv[1] + "maintenance.ics", timeout=20) as answer:
    calendar = icalendar.Calendar.from_ical(answer.read())
first, last = (datetime.date.fromisoformat(day) for day in sys.argv[2:4])
expected = recurring_ical_events.of(calendar).between(first, last)
print(json.dumps({
    "faults": [str(fault) for part in calendar.walk() for fault in part.errors],
    "zones": [zone.tz_name for zone in calendar.timezones],
    "starts": sorted(event.start.isoformat() for event in expected),
}))
