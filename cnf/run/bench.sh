#!/usr/bin/env bash
# The benchmarks: builds the runtimes and what measures them, then measures. See ./daicho bench --help.
set -euo pipefail

home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$home"
jar=runtimes/bench/target/bench.jar
framework=runtimes/ogikubo/target/dist/framework

up_to_date() {
  [ -e "$jar" ] && [ -d "$framework" ] && [ -z "$(find pom.xml bnd.bnd daicho cnf bundles runtimes -name target \
    -prune -o -type f -newer "$jar" -print -quit)" ]
}

if ! up_to_date && ! { [ -e "$jar" ] && [[ " $* " =~ \ (--help|-h)\  ]]; }; then
  command -v mvn >/dev/null || {
    echo "daicho: Maven がありません。apt-get install maven で入れてください / Maven is missing; install it with:" \
      "apt-get install maven" >&2
    exit 1
  }
  echo "daicho: 測るものを組み立てています(数分かかることがあります) / building what is measured (may take minutes) …" >&2
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  rm -f "$jar" # what has not changed would keep its time
  if ! mvn -B -pl :bench -am package -DskipTests >"$log" 2>&1; then
    { grep -m 20 '^\[ERROR\]' "$log" || tail -n 20 "$log"; } | cut -c 1-300 >&2
    echo "daicho: 組み立てに失敗しました / The build failed" >&2
    exit 1
  fi
fi

commit=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)
[ "$commit" = unknown ] || [ -z "$(git status --porcelain 2>/dev/null)" ] || commit="$commit, with changes"

"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djdk.util.zip.disableZip64ExtraFieldValidation=true -Dfile.encoding=UTF-8 \
  -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 -Ddaicho.root="$home" -Ddaicho.commit="$commit" \
  -cp "$jar:$framework/*" org.daicho.bench.Bench "$@"
