#!/usr/bin/env bash
# Guess: FocusOnNavigate gives the heading the focus when a page is drawn, before anybody can type.
# Seen (ASP.NET Core 10.0.12, Blazor Server, Chromium 156): the server asks for the focus only after the browser has confirmed the drawing, so it
# comes a round trip later. It takes who has begun to type out of the field, and the browser raises "change": half a word is stored as if it
# were meant. Here the confirmation is held back until somebody has typed; a slow line or a busy server does the same.
# Needs: .NET SDK 10, Node 20, Chromium. Fails when the behaviour changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
cat >App.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
</Project>
X
cat >Program.cs <<'X'
using App;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<Site>().AddInteractiveServerRenderMode();
app.Run();
X
cat >_Imports.razor <<'X'
@using Microsoft.AspNetCore.Components.Routing
@using Microsoft.AspNetCore.Components.Web
X
cat >Site.razor <<'X'
<!DOCTYPE html>
<html lang="en">
<head><title>Focus</title><base href="/" /></head>
<body>
    <Pages @rendermode="@(new InteractiveServerRenderMode(prerender: false))" />
    <script src="_framework/blazor.web.js"></script>
</body>
</html>
X
cat >Pages.razor <<'X'
<Router AppAssembly="typeof(Pages).Assembly">
    <Found Context="route">
        <RouteView RouteData="route" />
        <FocusOnNavigate RouteData="route" Selector="h1" />
    </Found>
</Router>
X
cat >Home.razor <<'X'
@page "/"
<h1>Names</h1>
<input aria-label="Name" @onchange="change => _stored = (string?)change.Value" />
<p id="stored">@_stored</p>
@code { private string? _stored; }
X
cat >type.mjs <<'X'
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  const held = [];
  let server = null, isHeld = true;
  await page.routeWebSocket(/_blazor/, socket => {
    server = socket.connectToServer();
    socket.onMessage(message => {
      const isConfirmation = message.toString('latin1').includes('OnRenderCompleted');
      if (isHeld && (isConfirmation || held.length > 0)) held.push(message);
      else server.send(message);
    });
  });
  await page.goto(process.argv[2]);
  const name = page.getByLabel('Name');
  await name.click();
  await page.keyboard.type('Half a wo');
  const before = await page.evaluate(() => document.activeElement.tagName);
  isHeld = false;
  for (const message of held.splice(0)) server.send(message);
  await page.waitForFunction(() => document.activeElement.tagName === 'H1', null, { timeout: 20_000 });
  await page.waitForFunction(() => document.querySelector('#stored').textContent !== '', null, { timeout: 20_000 });
  const stored = await page.locator('#stored').textContent();
  console.log(`Focus while typing: ${before}; then H1; stored: "${stored}"`);
  process.exitCode = before === 'INPUT' && stored === 'Half a wo' ? 0 : 1;
} finally {
  await browser.close();
}
X
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
npm install --silent --no-audit --no-fund playwright-core@1.56.1 >/dev/null
dotnet publish --configuration Release --verbosity quiet --output built >&2
address=http://127.0.0.1:5917
dotnet built/App.dll --contentRoot "$PWD/built" --urls "$address" >server.log 2>&1 &
server=$!
until node -e "fetch('$address').then(() => process.exit(0), () => process.exit(1))"; do kill -0 "$server"; done
node type.mjs "$address"
