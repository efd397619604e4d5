#!/bin/sh
# Runs the broker on the accounts that the worker keeps in a folder, and has them read again whenever they change:
# a bridge that is not among them any more is cut off. usage: run.sh ACCOUNTS OWN CONFIG
set -eu
accounts=$1
own=$2
config=$3

# Copies of its own, because the broker gives up root and could not read the worker's files then.
take_over() {
  for name in acl passwords; do
    cp "$accounts/$name" "$own/$name.new"
    chmod 600 "$own/$name.new"
    if [ "$(id -u)" -eq 0 ]; then chown mosquitto "$own/$name.new"; fi
    mv "$own/$name.new" "$own/$name"
  done
}

mkdir -p "$own"
chmod 755 "$own"
until [ -s "$accounts/acl" ] && [ -s "$accounts/passwords" ]; do
  echo 'waiting for the worker to write the accounts'
  sleep 1
done
take_over
mosquitto -c "$config" &
broker=$!
trap 'kill -TERM "$broker"; wait "$broker"; exit 0' TERM INT

while kill -0 "$broker" 2>/dev/null; do
  sleep 1 &
  wait $!
  if cmp -s "$accounts/acl" "$own/acl" && cmp -s "$accounts/passwords" "$own/passwords"; then continue; fi
  take_over
  kill -HUP "$broker"
done
wait "$broker"
