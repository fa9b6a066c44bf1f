#!/bin/sh
# Gives a data folder to its two system users: deploy/rights.sh /var/lib/dashboard dashboard dashboard-public
# The office's owns all of it. The public view's reads what is public and what describes it, adds to the inbox,
# and comes to nothing else, whichever way it gets out of its unit. Run it again after a restore; what a refresh
# or an upgrade writes later keeps these rights, as folders hand their group on.
set -eu
data=$1; office=${2:-dashboard}; public=${3:-dashboard-public}
described="sources assets briefs frameworks regions"
mkdir -p "$data/public" "$data/inbox"
# Made now, so that whoever makes files in them later makes none that others can come to.
for name in office archive packs reports indicators prerelease .ended-sessions .publishing .refresh; do mkdir -p "$data/$name"; done
chown -R "$office:$office" "$data"
chmod -R u=rwX,g=,o= "$data"
chgrp -R "$public" "$data/public" "$data/inbox"
find "$data/public" -type d -exec chmod 2750 {} +
find "$data/public" -type f -exec chmod 0640 {} +
chmod 2770 "$data/inbox"
find "$data/inbox" -type f -exec chmod 0660 {} +
for name in $described; do [ ! -e "$data/$name" ] || chmod -R u=rwX,go=rX "$data/$name"; done
find "$data" -maxdepth 1 -name '*.toml' -exec chmod 0644 {} +
chmod 0711 "$data"  # to go through, not to look around in
