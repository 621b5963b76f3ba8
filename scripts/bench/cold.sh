#!/bin/sh
# Scans scenes and sites from a cold start and says what the scan cost.
#
#   cold.sh ITEMS SITES OUT CORES
#
# ITEMS is a STAC ItemCollection, SITES a GeoJSON, OUT gets the ranked report. A workspace with the sites and scenes is
# made by the first call on them and kept; each call scans a fresh copy of it, up to the newest scene, and writes one
# line to stderr. Around the scan are then only a copy of some small files and, after it, the emptying of the old copy's
# files, which is left to a process of its own. They are not deleted: for minutes ext4 passes over the inodes of deleted
# files, one by one, for each new file, and the next scan would pay for it. Delete WORK in the end.
#   WORK       folder for the workspaces (default: cold-work beside OUT), outside the repository
#   SITEWATCH  the launcher (default: scripts/sitewatch of this repository)
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$(dirname -- "$here")")
[ $# -eq 4 ] || { echo "usage: cold.sh ITEMS SITES OUT CORES" >&2; exit 2; }
items=$1 sites=$2 out=$3 cores=$4
program=${SITEWATCH:-$root/scripts/sitewatch}
work=${WORK:-$(dirname -- "$out")/cold-work}
for file in "$items" "$sites"; do
  [ -f "$file" ] || { echo "cold.sh: no file $file" >&2; exit 2; }
done
mkdir -p "$work"
work=$(CDPATH= cd -- "$work" && pwd)
case $work/ in
  "$root"/*) echo "cold.sh: the workspaces would lie in the repository, in $work: set WORK" >&2; exit 2 ;;
esac

# Other inputs, or another build, are another workspace.
home=$(dirname -- "$(readlink -f "$program")")/..
jar=$home/sitewatch.jar # of a distribution; else of these sources
[ -f "$jar" ] || jar=$home/cli/target/sitewatch/sitewatch.jar
inputs=$(stat -c '%n %s %y' "$(readlink -f "$items")" "$(readlink -f "$sites")" "$jar" 2>/dev/null || true)
key=$(printf '%s' "$program $inputs" | cksum | cut -d ' ' -f 1)
template=$work/template-$key
workspace=$work/scan-$key

if [ ! -d "$template" ]; then
  rm -rf "$template.part"
  {
    "$program" init "$template.part"
    "$program" sites import "$sites" --workspace "$template.part"
    "$program" ingest add "$items" --workspace "$template.part"
  } >"$work/prepare.log" 2>&1 || { cat "$work/prepare.log" >&2; exit 1; }
  grep -o '"datetime": *"[0-9]\{4\}-[0-9][0-9]-[0-9][0-9]' "$items" | grep -o '[0-9-]*$' | sort | tail -n 1 >"$template.part.until"
  mv "$template.part.until" "$template.until"
  mv "$template.part" "$template"
fi
read -r until <"$template.until"

old=$workspace.old.$$
[ ! -d "$workspace" ] || mv "$workspace" "$old"
cp -r "$template" "$workspace"
/usr/bin/time -q -o "$work/cost" -f '%e s wall, %U s user, %S s sys, %M KB peak' \
  "$program" scan --workspace "$workspace" --until "$until" --threads "$cores" >"$work/run" 2>"$work/scan.log" ||
  { code=$?; cat "$work/scan.log" >&2; echo "cold.sh: scan ended with $code" >&2; exit 1; }
cp "$(tail -n 1 "$work/run")/disturbances.geojson" "$out"
sed 's/^/scan: /' "$work/cost" >&2
[ ! -d "$old" ] || nice -n 19 setsid find "$old" -type f -size +0 -exec truncate -s 0 {} + </dev/null >/dev/null 2>&1 &
