#!/bin/sh
# Backs up a data folder while it is in use: deploy/backup.sh /var/lib/dashboard /var/backups/dashboard
# One archive, by the time it was made; keep it where the machine's loss does not lose it. What a build makes
# anew (builds, fetched files) is left out, and what the public asked, which is deleted in time; so are earlier
# archives, where they are kept in the data folder: each would hold all before it. DATABASE_URL,
# if it names a PostgreSQL database, is dumped too. Where neither that nor record.sqlite is there, it ends with
# 3: an archive without the record is what a forgotten DATABASE_URL makes. NO_RECORD_YET=yes says there is none.
set -eu
umask 077
mkdir -p -- "$2"
# From here on whole paths: a name may hold anything, and tar takes what stands before a colon for a machine.
data=$(cd -- "$1" && pwd); into=$(cd -- "$2" && pwd)
archive="$into/dashboard-$(date -u +%Y-%m-%dT%H%M%SZ).tar.gz"
work=$(mktemp -d); work=$(cd -- "$work" && pwd); trap 'rm -rf "$work" "$archive.part"' EXIT; trap 'exit 1' HUP INT TERM
if [ -z "${DATABASE_URL:-}" ] && [ ! -f "$data/record.sqlite" ] && [ "${NO_RECORD_YET:-}" != yes ]; then
    echo "backup.sh: no record to back up: there is no $data/record.sqlite, and DATABASE_URL is not set; set it, or NO_RECORD_YET=yes where nothing is recorded yet" >&2
    exit 3
fi
if [ -n "${DATABASE_URL:-}" ]; then
    # The password goes by the environment: what stands in a command, every user of the machine can read.
    eval "$(python3 -c '
import os, shlex
from urllib.parse import unquote, urlsplit
url = urlsplit(os.environ["DATABASE_URL"])
who = url.username or ""
print("PGPASSWORD=" + shlex.quote(unquote(url.password or os.environ.get("PGPASSWORD", ""))))
print("where=" + shlex.quote(url._replace(scheme="postgresql", netloc=(who + "@" if who else "") + url.netloc.rpartition("@")[2]).geturl()))
')"
    PGPASSWORD="$PGPASSWORD" pg_dump --format=custom --file="$work/record.pgdump" "$where"
elif [ -f "$data/record.sqlite" ]; then
    (cd -- "$work" && sqlite3 "$data/record.sqlite" ".timeout 20000" ".backup record.sqlite")
    [ "$(sqlite3 "$work/record.sqlite" 'PRAGMA integrity_check')" = ok ]
fi
set -- .
for file in "$work"/*; do [ ! -e "$file" ] || set -- "$@" "--directory=$work" "${file##*/}"; done
# tar ends with 1 where a file changed or went while it was read, which files in use do: the archive is whole.
tar --create --gzip --file="$archive.part" \
    --exclude='*/builds' --exclude='*/datastore.duckdb' --exclude='./.refresh' --exclude='./record.sqlite*' --exclude='./inbox' --exclude='./record.drafts.*' \
    --exclude='./.publishing' --exclude='dashboard-*.tar.gz' --exclude='dashboard-*.tar.gz.part' \
    --directory="$data" "$@" || [ $? -eq 1 ] || exit 2
mv "$archive.part" "$archive"
# Kept for KEEP_DAYS (35): deleted personal data must not live on in an archive.
find "$into" -maxdepth 1 -name 'dashboard-*.tar.gz' -mtime "+${KEEP_DAYS:-35}" -delete
# What was being written when the machine went down: after a day nobody writes it any more.
find "$into" -maxdepth 1 -name 'dashboard-*.tar.gz.part' -mtime +0 -delete
echo "$archive"
