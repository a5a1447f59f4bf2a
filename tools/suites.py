"""suites.py FOLDER: prints a Markdown table of the test classes whose reports lie in a folder, and fails if one failed."""

import pathlib
import sys
import xml.etree.ElementTree as Xml

folder = pathlib.Path(sys.argv[1])
suites = [Xml.parse(path).getroot() for path in sorted(folder.glob("TEST-*.xml"))]
if not suites:
    sys.exit(f"suites.py: no reports in {folder}")


def count(suite, name):
    return int(suite.get(name, "0"))


print("| suite | tests | passed | failed | skipped |")
print("|---|---|---|---|---|")
rows = []
for suite in suites:
    tests, skipped = count(suite, "tests"), count(suite, "skipped")
    failed = count(suite, "failures") + count(suite, "errors")
    rows.append((tests, tests - failed - skipped, failed, skipped))
    print(f"| {suite.get('name').rsplit('.', 1)[-1]} |", " | ".join(map(str, rows[-1])), "|")
total = [sum(column) for column in zip(*rows)]
print("| all |", " | ".join(map(str, total)), "|")
sys.exit(1 if total[2] or total[3] else 0)
