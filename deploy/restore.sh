#!/bin/sh
# Restores what deploy/backup.sh made: deploy/restore.sh ARCHIVE /var/lib/dashboard
# Stop the dashboard first; the folder must be empty or new. Then `python -m dashboard.build` and start.
set -eu
mkdir -p -- "$2"
archive=$(cd -- "$(dirname -- "$1")" && pwd)/${1##*/}; data=$(cd -- "$2" && pwd)
if [ -n "$(ls -A "$data")" ]; then
    echo "$data is not empty: move what is in it away first" >&2
    exit 1
fi
tar --extract --gzip --file="$archive" --directory="$data"
if [ -f "$data/record.pgdump" ]; then
    echo "the record is in $data/record.pgdump: createdb, then pg_restore --dbname=\"\$DATABASE_URL\" it"
fi
if [ -f "$data/record.sqlite" ]; then
    [ "$(sqlite3 "$data/record.sqlite" 'PRAGMA integrity_check')" = ok ] || { echo "the record is spoilt" >&2; exit 1; }
fi
