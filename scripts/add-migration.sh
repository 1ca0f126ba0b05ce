#!/usr/bin/env bash
# One name, a migration for each database:  scripts/add-migration.sh AddStrategicFit
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?Give the migration a name, e.g. AddStrategicFit}
project=src/OperatingModel.Application

dotnet tool restore
dotnet build "$project"
for database in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project "$project" --startup-project "$project" \
    --context "${database}ModelDbContext" --output-dir "Persistence/Migrations/$database"
done
