#!/usr/bin/env bash
# A server that speaks MongoDB's protocol, for tests: one process, in memory, without transactions.
# `start` prints its address on a port nobody uses; `stop` ends it. Setting: MONGODB_WIRE_HOME.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=${MONGODB_WIRE_HOME:-/var/tmp/zhiku-ci/mongodb-wire}
# Two checkouts on one machine may each have their own.
run=$home/run-$(printf '%s' "$here" | sha256sum | cut -c 1-12)

fail() {
  echo "The MongoDB-wire server for tests: $*" >&2
  exit 1
}

install() {
  cmp -s "$here/mongodb-wire/pom.xml" "$home/pom.xml" && return
  command -v mvn >/dev/null || fail 'Maven is missing (on Debian: apt-get install maven).'
  mkdir -p "$home"
  rm -rf "$home/jars"
  mvn -B -q -ntp -f "$here/mongodb-wire/pom.xml" dependency:copy-dependencies \
    "-DoutputDirectory=$home/jars" >"$home/install.log" 2>&1 ||
    fail "Maven could not fetch it: $(tail -n 20 "$home/install.log")"
  # Last, so that an interrupted download begins again.
  cp "$here/mongodb-wire/pom.xml" "$home/pom.xml"
}

stop() {
  [ -e "$run.pid" ] || return 0
  kill "$(cat "$run.pid")" 2>/dev/null || true
  rm -f "$run.pid"
}

start() {
  command -v javac >/dev/null || fail 'a JDK is missing (on Debian: apt-get install default-jdk-headless).'
  install
  stop
  # One after the other: in several threads a row that was changed and is answered may show the next change already.
  java -Dio.netty.eventLoopThreads=1 -XX:+UseSerialGC -Xmx2g -cp "$home/jars/*" "$here/mongodb-wire/Server.java" >"$run.log" 2>&1 </dev/null &
  echo $! >"$run.pid"
  for _ in $(seq 1 240); do
    grep '^mongodb://' "$run.log" && return
    kill -0 "$(cat "$run.pid")" 2>/dev/null || break
    sleep 0.25
  done
  stop
  fail "it did not start: $(cat "$run.log")"
}

case ${1:-} in
  start | stop) "$1" ;;
  *) fail 'say start or stop.' ;;
esac
