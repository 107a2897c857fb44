#!/bin/sh
# Removes what install.sh put there, and nothing else: libraries and settings stay.
set -eu
program=$(cd "$(dirname "$0")" && pwd)
prefix=$(cd "$program/../.." && pwd)
[ -f "$program/desktop-files" ] || { echo "This is no installed Dateline: $program" >&2; exit 1; }
while read -r file; do
    rm -f "$prefix/share/$file"
done <"$program/desktop-files"
rm -f "$prefix/bin/dateline"
rm -rf "$program"
update-mime-database "$prefix/share/mime" 2>/dev/null || true
update-desktop-database "$prefix/share/applications" 2>/dev/null || true
echo "Dateline is removed; your libraries stay."
