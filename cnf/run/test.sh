#!/usr/bin/env bash
# Everything that proves the project, and one line at the end: "N passed, N failed".
set -uo pipefail

home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
cd "$home" || exit 1

# What the tests need besides a JDK 17: a command and the Debian package that brings it.
debian_packages=(mvn:maven curl:curl node:nodejs npm:npm unzip:unzip)

left_out=all
case $* in
  "") ;;
  --all) left_out= ;;
  --help | -h)
    echo "./daicho test: すべてのテストを実行します / runs every test; the last line is: N passed, N failed"
    echo "  --all  時間のかかるものも: 章のあらゆる組み合わせの解決、二つずつの起動、長い負荷、測定の全部 /
         also what takes long: every subset resolved, every pair started, the long load, the whole benchmark"
    exit 0
    ;;
  *)
    echo "daicho: test の引数は --all だけです / test takes --all only: $*" >&2
    exit 2
    ;;
esac

missing=()
for need in "${debian_packages[@]}"; do
  command -v "${need%%:*}" >/dev/null || missing+=("${need##*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ]; then
    echo "daicho: 足りないものがあります。root で apt-get install ${missing[*]} を実行してください /" \
      "Something is missing; run as root: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  echo "daicho: ${missing[*]} を入れます / installing ${missing[*]} …" >&2
  export DEBIAN_FRONTEND=noninteractive
  if ! { apt-get -q update && apt-get -qy install --no-install-recommends "${missing[@]}"; } >&2; then
    echo "daicho: インストールに失敗しました / The installation failed: ${missing[*]}" >&2
    exit 1
  fi
fi

# The linter of the OpenAPI document and what makes a client of it, at the versions that the lock file has; the proxies that
# hold the system against the document are optional there, and only for --all.
client=runtimes/itest/client
needed=ajv
tools=(--omit=optional)
[ -n "$left_out" ] || { needed=newman tools=(); }
if [ ! -d "$client/node_modules/$needed" ] ||
  [ ! "$client/node_modules/.package-lock.json" -nt "$client/package-lock.json" ]; then
  echo "daicho: OpenAPI の検査の道具を入れます / installing the OpenAPI tools …" >&2
  if ! (cd "$client" && npm ci --no-progress "${tools[@]}" >&2); then
    echo "daicho: npm ci が失敗しました / npm ci failed: $client" >&2
    exit 1
  fi
fi

reports() {
  find bundles runtimes -path "*/target/$1/*" -name 'TEST-*.xml' -type f -print0
}

# How often a tag opens in the reports of one kind.
tags() {
  reports "$1" | xargs -0 -r cat | grep -oE "<($2)[ >/]" | wc -l
}

# Maven too ends before the second compiler pays.
export MAVEN_OPTS="${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}"

rm -rf bundles/*/target/{surefire,failsafe,test}-reports runtimes/*/target/{surefire,failsafe,test}-reports
mvn -B -ntp --fail-at-end clean verify -Dmaven.test.failure.ignore=true -Dbnd.testing.failure.ignore=true \
  -Ddaicho.test.left-out="$left_out"
maven=$?

passed=0
failed=0
empty=""
for kind in surefire-reports failsafe-reports test-reports; do
  all=$(tags "$kind" testcase)
  bad=$(tags "$kind" 'failure|error')
  skipped=$(tags "$kind" skipped)
  echo "$kind: $all tests, $bad failed, $skipped skipped"
  [ "$all" -gt 0 ] || empty="$empty $kind"
  passed=$((passed + all - bad - skipped))
  failed=$((failed + bad))
done
[ "$maven" = 0 ] || echo "daicho: Maven の組み立てが失敗しました / The Maven build failed" >&2
[ -z "$empty" ] || echo "daicho: テストが一つも実行されていません / No test ran:$empty" >&2

[ "$failed" = 0 ] || echo "daicho: 失敗したときの記録 / what was logged then:" \
  "bundles/*/target/surefire-reports/daicho-*.log" \
  "runtimes/*/target/{surefire,failsafe,test}-reports/*daicho*.log" >&2

echo "$passed passed, $failed failed"
[ "$maven" = 0 ] && [ -z "$empty" ] && [ "$failed" = 0 ]
