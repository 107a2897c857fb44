#!/bin/sh
# Run by the self-extracting archive. Puts Dateline where this user may write; needs no root.
#   ./dateline-….run                       installs into ~/.local
#   ./dateline-….run -- --prefix DIR       installs there (a read-only share, a USB stick)
#   ./dateline-….run -- --start ARGUMENTS  starts it without installing anything
set -eu
here=$(pwd)
if [ "${1:-}" = "--start" ]; then
    shift
    cd "${USER_PWD:-/}"
    exec "$here/dateline/dateline" "$@"
fi
prefix=${HOME:-}
prefix=${prefix:+$prefix/.local}
if [ "${1:-}" = "--prefix" ]; then
    prefix=${2:?"--prefix needs a folder"}
fi
if [ -z "$prefix" ]; then
    echo "HOME is not set: say where to install with -- --prefix DIR" >&2
    exit 1
fi
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
prefix=$(cd "$prefix" && pwd)
rm -rf "$prefix/lib/dateline.new"
cp -a "$here/dateline" "$prefix/lib/dateline.new"
cp -a "$here/uninstall.sh" "$prefix/lib/dateline.new/uninstall.sh"
rm -rf "$prefix/lib/dateline"
mv "$prefix/lib/dateline.new" "$prefix/lib/dateline"
ln -sf ../lib/dateline/dateline "$prefix/bin/dateline"
(cd "$here/desktop/share" && find . -type f) | sed 's|^\./||' >"$prefix/lib/dateline/desktop-files"
cp -a "$here/desktop/share/." "$prefix/share/"
# The menu must find it although ~/.local/bin may not be on the desktop's PATH.
sed -i "s|^Exec=dateline|Exec=\"$prefix/bin/dateline\"|" "$prefix/share/applications/dateline.desktop"
update-mime-database "$prefix/share/mime" 2>/dev/null || true
update-desktop-database "$prefix/share/applications" 2>/dev/null || true
echo "Dateline is in $prefix/lib/dateline; start it with $prefix/bin/dateline"
echo "Remove it with $prefix/lib/dateline/uninstall.sh; your libraries stay."
