#!/usr/bin/env bash
# Measures the heat map against its peers, side by side, and checks the goals. The report goes to artifacts/benchmark/benchmark.md.
#
#   scripts/benchmark.sh [all|peers|cube|circuits|portfolio|analyses]
#   scripts/benchmark.sh start [COMMIT]     start, first page and size of this build against the build of an earlier commit
#   scripts/benchmark.sh live [COMMIT]      20 people editing and 100 open maps on this build against the build of an earlier commit
#
# On Debian as root it installs what is missing (Chromium, PostgreSQL, the solver CBC). PostgreSQL: OPERATINGMODEL_TEST_POSTGRES (a
# connection string), else a throw-away server. What cannot be had is left out, and the report says so; a part that fails does not
# take the others' report with it.
# Exit code 2: a goal was missed. A busy machine shows in the spread between min and median: repeat when it is quiet.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/prerequisites.sh

what=${1:-all}
output=artifacts/benchmark
program=artifacts/bin/OperatingModel.Benchmarks/release/OperatingModel.Benchmarks

# start: the last build that stood on Radzen and EF Core's queries; live: the last one before editing was built anew.
case $what in
  live) before=${2:-d13126b} ;;
  *) before=${2:-1f4d0b3} ;;
esac

asks_for() { [[ " all $1 " == *" $what "* ]]; }

# Missing tools are a gap in the report, not the end of it.
provide() {
  local command=$1 package=$2
  command -v "$command" >/dev/null && return
  if can_install; then
    update_packages
    install_packages "$package"
  else
    tell "$command is missing; what needs it is left out. Install Debian's package $package."
  fi
}

# The same bits without AVX2, without any vector instruction, and on one processor.
check_portability() {
  local expected setting
  expected=$("$program" check)
  for setting in DOTNET_EnableAVX2=0 DOTNET_EnableHWIntrinsic=0 DOTNET_PROCESSOR_COUNT=1; do
    [ "$(env "$setting" "$program" check)" = "$expected" ] || die "With $setting the results differ."
  done
  tell "Results are the same to the last bit without AVX2, without vector instructions, and on one processor."
}

publish() { dotnet publish "$1/src/OperatingModel.Web" --configuration Release --verbosity quiet --output "$2" "${@:3}"; }

# Builds the earlier commit in a work tree of its own, each build as its own ./run makes it.
publish_both() {
  local tree=$output/before options
  git worktree remove --force "$tree" 2>/dev/null || true
  git worktree add --quiet --detach "$tree" "$before"
  rm -rf "$output/program-before" "$output/program-now"
  options=$(cd "$tree" && sed -n 's/^publish_options=(\(.*\))$/\1/p' scripts/prerequisites.sh)
  # shellcheck disable=SC2086 # Several options, none with a space.
  (cd "$tree" && publish . "$OLDPWD/$output/program-before" $options)
  git worktree remove --force "$tree"
  publish . "$output/program-now" "${publish_options[@]}"
}

with_postgres() {
  if [ -n "${OPERATINGMODEL_TEST_POSTGRES:-}" ] || ! has_postgres; then
    "$program" "$@"
    return
  fi
  # shellcheck disable=SC2016 # PGHOST and its like are known only inside.
  pg_virtualenv -t -o shared_buffers=1GB -o max_wal_size=4GB bash -c '
    export OPERATINGMODEL_TEST_POSTGRES="Host=$PGHOST;Port=$PGPORT;Username=$PGUSER;Password=$PGPASSWORD;Database=postgres"
    "$@"' bash "$program" "$@"
}

require_dotnet
mkdir -p "$output"
export OPERATINGMODEL_BENCHMARK_OUTPUT=$output
if asks_for circuits || [ "$what" = start ]; then provide chromium chromium; fi
if asks_for portfolio; then provide cbc coinor-cbc; fi
if asks_for peers && ! has_postgres && can_install && [ -z "${OPERATINGMODEL_TEST_POSTGRES:-}" ]; then install_postgres; fi
dotnet build tests/OperatingModel.Benchmarks --configuration Release --verbosity quiet

case $what in
  start | live)
    publish_both
    "$program" "$what" "$PWD/$output/program-before" "$PWD/$output/program-now"
    ;;
  all | peers)
    check_portability
    with_postgres "$@"
    ;;
  *) "$program" "$@" ;;
esac
