#!/bin/sh
# Adds a broker account, or changes its password: sh docker/mosquitto/add-user.sh FILE NAME
# NAME is `server`, or HUB/BRIDGE for a bridge. The password is read from standard input, never from the command line,
# where every user of the machine could see it. Without mosquitto_passwd on the machine it is run from the broker's image.
set -eu

if [ $# -ne 2 ]; then
  echo "usage: add-user.sh FILE NAME  (the password on standard input)" >&2
  exit 2
fi
file=$1
name=$2
case $name in
  *:* | *+* | *'#'* | '') echo "a name holds no ':', '+' or '#': $name" >&2; exit 2 ;;
esac
IFS= read -r password || [ -n "$password" ]
if [ "${#password}" -lt 16 ]; then
  echo "the password needs at least 16 characters: openssl rand -hex 24" >&2
  exit 2
fi

hash_in_place() {
  if command -v mosquitto_passwd >/dev/null 2>&1; then
    mosquitto_passwd -U "$1"
  else
    docker run --rm -v "$1:/passwords" eclipse-mosquitto:2 mosquitto_passwd -U /passwords
  fi
}

umask 077
new=$(mktemp)
trap 'rm -f "$new"' EXIT
printf '%s:%s\n' "$name" "$password" >"$new"
hash_in_place "$new"
if [ -f "$file" ]; then
  awk -F: -v name="$name" '$1 != name' "$file" >>"$new"
fi
# Written in place: the broker's container has this very file mounted, and a renamed one would stay out of its sight.
cat "$new" >"$file"
