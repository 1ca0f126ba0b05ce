#!/usr/bin/env bash
# Measures the heat map against its peers, side by side, and checks the goals. The report goes to artifacts/benchmark/benchmark.md.
#
#   scripts/benchmark.sh [all|peers|cube|circuits|portfolio|analyses]
#
# PostgreSQL: OPERATINGMODEL_TEST_POSTGRES (a connection string), else a throw-away server of Debian's package, installed when missing.
# DuckDB: its native library from npm, kept under artifacts/; where it cannot be had, the report says so.
# Exit code 2: a goal was missed. A busy machine shows in the spread between min and median: repeat when it is quiet.
set -euo pipefail
cd "$(dirname "$0")/.."

output=artifacts/benchmark
program=artifacts/bin/OperatingModel.Benchmarks/release/OperatingModel.Benchmarks

build() {
  dotnet build tests/OperatingModel.Benchmarks --configuration Release --verbosity quiet
}

duckdb_library() {
  find "$output/duckdb" -name 'libduckdb.so' -o -name 'libduckdb.dylib' 2>/dev/null | head -n 1
}

fetch_duckdb() {
  if [ -z "$(duckdb_library)" ] && command -v npm > /dev/null; then
    npm install --silent --no-fund --no-audit --prefix "$output/duckdb" @duckdb/node-api > /dev/null 2>&1 \
      || echo "DuckDB could not be fetched; it is left out."
  fi
  OPERATINGMODEL_BENCHMARK_DUCKDB=$(duckdb_library)
  export OPERATINGMODEL_BENCHMARK_DUCKDB
}

# The same bits without AVX2, without any vector instruction, and on one processor.
check_portability() {
  local expected setting
  expected=$("$program" check)
  for setting in DOTNET_EnableAVX2=0 DOTNET_EnableHWIntrinsic=0 DOTNET_PROCESSOR_COUNT=1; do
    if [ "$(env "$setting" "$program" check)" != "$expected" ]; then
      echo "With $setting the results differ." >&2
      exit 1
    fi
  done
  echo "Results are the same to the last bit without AVX2, without vector instructions, and on one processor."
}

free_port() {
  local port
  for port in $(seq 5640 5690); do
    if ! (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
      echo "$port"
      return
    fi
  done
}

with_postgres() {
  if ! command -v pg_virtualenv > /dev/null && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get install --yes --no-install-recommends postgresql > /dev/null || true
  fi
  if ! command -v pg_virtualenv > /dev/null; then
    echo "There is no PostgreSQL; it is left out. Install the package postgresql or set OPERATINGMODEL_TEST_POSTGRES."
    "$program" "$@"
    return
  fi
  # shellcheck disable=SC2016 # PGHOST and its like are known only inside.
  pg_virtualenv -t -c "-p $(free_port)" -o shared_buffers=1GB -o max_wal_size=4GB bash -c '
    export OPERATINGMODEL_TEST_POSTGRES="Host=$PGHOST;Port=$PGPORT;Username=$PGUSER;Password=$PGPASSWORD;Database=postgres"
    "$@"' bash "$program" "$@"
}

mkdir -p "$output"
export OPERATINGMODEL_BENCHMARK_OUTPUT=$output
build
fetch_duckdb
check_portability
if [[ "${1:-all}" =~ ^(cube|circuits|portfolio|analyses)$ ]] || [ -n "${OPERATINGMODEL_TEST_POSTGRES:-}" ]; then
  "$program" "$@"
else
  with_postgres "$@"
fi
