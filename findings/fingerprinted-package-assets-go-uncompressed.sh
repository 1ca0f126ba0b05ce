#!/usr/bin/env bash
# Guess: MapStaticAssets serves the compressed file of a package's stylesheet under both its names, the plain and the fingerprinted one.
# Seen (.NET SDK 10.0.401, MudBlazor 9.12.0, published): publishing writes MudBlazor.min.css.br beside the file, and the plain name
# answers with it; the fingerprinted name, which @Assets[...] gives, has no compressed endpoint and sends all 627,417 bytes. The
# application's own files are compressed under both names. So a page links a package's large files by their plain names.
# Needs: .NET SDK 10, curl. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p wwwroot
# Long enough to be worth compressing.
for i in $(seq 200); do echo ".rule-$i { color: rebeccapurple }"; done >wwwroot/own.css
cat >App.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="MudBlazor" Version="9.12.0" /></ItemGroup>
</Project>
X
cat >Program.cs <<'X'
var app = WebApplication.Create(args);
app.MapStaticAssets();
app.Run();
X
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet publish --configuration Release --output out --verbosity quiet

port=$((20000 + RANDOM % 20000))
(cd out && exec dotnet App.dll --urls "http://127.0.0.1:$port" >/dev/null) &
server=$!
until curl -sf -o /dev/null "http://127.0.0.1:$port/own.css"; do sleep 0.2; done

# The fingerprinted name of a file, as the manifest of the published program has it.
fingerprinted() {
  grep -oE "\"Route\":\"$1\.[a-z0-9]{10}\.css\"" out/App.staticwebassets.endpoints.json | head -1 | cut -d'"' -f4
}

encoding() { curl -s -o /dev/null -H 'Accept-Encoding: br' -w '%header{content-encoding} %{size_download}' "http://127.0.0.1:$port/$1"; }

failed=0
expect() {
  local seen
  seen=$(encoding "$2")
  echo "$1: $2 → ${seen}"
  [[ "$seen " == "$3"* ]] || { echo "  expected: $3"; failed=1; }
}
expect "own, plain" own.css "br "
expect "own, fingerprinted" "$(fingerprinted own)" "br "
expect "package, plain" _content/MudBlazor/MudBlazor.min.css "br "
expect "package, fingerprinted" "$(fingerprinted _content/MudBlazor/MudBlazor.min)" " 627417"
exit $failed
