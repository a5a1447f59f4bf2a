#!/bin/sh
# Makes the virtual environment of one emulator under .cache/ at the repository's top, where it is
# missing or older than its list of versions, and prints its folder.
# Usage: venv.sh [NAME]   NAME.txt beside this script lists the versions; the default is ministack.
set -eu

name=${1:-ministack}
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../../../../.." && pwd)
pins=$here/$name.txt
venv=$top/.cache/$name
python=${PYTHON:-python3}

[ -f "$pins" ] || { echo "venv.sh: no list of versions $pins" >&2; exit 2; }

if cmp -s "$pins" "$venv/pins.txt"; then
    echo "$venv"
    exit 0
fi

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' || {
    echo "venv.sh: Python 3.10 or newer is needed (PYTHON=/path/to/python3 chooses one)" >&2
    exit 2
}
echo "venv.sh: installing $name into $venv (about a minute, once)" >&2
rm -rf "$venv"
"$python" -m venv "$venv" || {
    echo "venv.sh: python3 -m venv failed; on Debian: apt-get install python3-venv" >&2
    exit 2
}
"$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$pins" >&2
"$venv/bin/pip" check --disable-pip-version-check >&2
# Last, so that an installation that was broken off is made again.
cp "$pins" "$venv/pins.txt"
echo "$venv"
