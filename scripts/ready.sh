#!/usr/bin/env bash
# Succeeds when the program answers that it is ready: scripts/ready.sh [HOST [PORT]].
# Needs nothing but bash, so that ./run works on a bare machine and the container needs no further program for its health check.
host=${1:-127.0.0.1} port=${2:-5080}
exec 2>/dev/null 3<>"/dev/tcp/$host/$port" || exit 1
printf 'GET /health/ready HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$port" >&3
read -r -t 5 _ status _ <&3 && [ "$status" = 200 ]
