#!/usr/bin/env bash
# Guess: in a program published ready to run, an async method of its own is compiled ahead whole, and nothing of it is left to the JIT.
# Seen (.NET SDK 10.0.401, runtime 10.0.12): its body is compiled ahead, but what starts and resumes it is not: the framework's generic
# methods over the state machine, a struct of the program's own (AsyncMethodBuilderCore.Start, AsyncStateMachineBox and their like). The
# framework is another version bubble, so they are compiled at every start, a dozen for each async method that has to wait. So a start
# is made faster by fewer async methods and fewer generics over own structs on its way, not by publishing alone.
# Needs: .NET SDK 10. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >App.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
</Project>
X
cat >Program.cs <<'X'
return Own.AnswerAsync().GetAwaiter().GetResult() == 42 ? 0 : 1;

static class Own
{
    public static async Task<int> AnswerAsync()
    {
        await Task.Yield();
        return 42;
    }
}
X
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet publish --configuration Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true --output out --verbosity quiet
DOTNET_JitStdOutFile=$folder/jitted DOTNET_JitDisasmSummary=1 dotnet out/App.dll
grep 'AnswerAsync' jitted

failed=0
# The body: MoveNext of the state machine itself.
if grep -qE 'compiled Own\+<AnswerAsync>d__[0-9]+:MoveNext' jitted; then echo "  expected: the body is compiled ahead"; failed=1; fi
started=$(grep -cE 'compiled System\.Runtime\.CompilerServices\.Async.*Own\+<AnswerAsync>d__' jitted || true)
echo "generic methods of the framework over the state machine that were compiled at the start: $started"
[ "$started" -gt 3 ] || { echo "  expected: more than 3"; failed=1; }
exit $failed
