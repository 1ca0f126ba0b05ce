#!/usr/bin/env bash
# Guess: options that have written one number as an object keep what they know of that type: half a kilobyte, as for a number of a typed list.
# Seen (System.Text.Json 11.0.0): 36 KB. For a value whose type is known only at run time the serializer looks for the nearest polymorphic
# ancestor, and makes and keeps a description of each: for an Int32 of thirty interfaces such as INumber<int>. Options that live once cost
# that once; a Blazor Server window has its own, and every argument of a call to the browser is such an object. A text has fewer ancestors.
# Needs: .NET SDK 10. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >App.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="System.Text.Json" Version="11.0.0" /></ItemGroup>
</Project>
X
cat >Program.cs <<'X'
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

const int Count = 200;
_ = (HeldBy(new[] { 1 }), HeldBy(new object[] { "1" }), HeldBy(new object[] { 1 }));
var (typed, text, boxed) = (HeldBy(new[] { 1 }), HeldBy(new object[] { "1" }), HeldBy(new object[] { 1 }));
Console.WriteLine($"System.Text.Json {typeof(JsonSerializer).Assembly.GetName().Version}");
Console.WriteLine($"KB held by options that wrote [1] as int[]: {typed:0.0}, [\"1\"] as object[]: {text:0.0}, [1] as object[]: {boxed:0.0}");
return boxed > 4 * typed && boxed > 1.5 * text ? 0 : 1;

static double HeldBy<T>(T value)
{
    var all = new JsonSerializerOptions[Count];
    var before = GC.GetTotalMemory(forceFullCollection: true);
    for (var i = 0; i < Count; i++)
    {
        all[i] = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        JsonSerializer.Serialize(value, all[i]);
    }

    var held = GC.GetTotalMemory(forceFullCollection: true) - before;
    GC.KeepAlive(all);
    return held / 1000.0 / Count;
}
X
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet run --configuration Release
