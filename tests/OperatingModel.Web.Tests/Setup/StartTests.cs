using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Web.Setup;
using OperatingModel.Web.Tests.Faults;

namespace OperatingModel.Web.Tests.Setup;

public sealed class StartTests
{
    [Theory]
    [InlineData("--urls=http://0.0.0.0:5080")]
    [InlineData("--urls=http://*:5080")]
    [InlineData("--urls=http://192.168.1.5:5080")]
    [InlineData("--urls=http://127.0.0.1:1;http://example.org:80")]
    [InlineData("--http_ports=8080")]
    [InlineData("--Kestrel:Endpoints:Any:Url=http://[::]:80")]
    public void Any_address_but_this_machine_alone_is_refused(string argument) =>
        Should.Throw<SettingsException>(() => WebHost.Build([argument])).Message.ShouldContain("this machine only");

    [Fact]
    public void A_port_that_browsers_do_not_open_is_refused() =>
        Should.Throw<SettingsException>(() => WebHost.Build(["--urls=http://127.0.0.1:5060"]))
            .Message.ShouldContain("Browsers do not open 'http://127.0.0.1:5060'");

    [Fact]
    public void All_wrong_settings_are_listed_at_once_with_their_legal_values()
    {
        var wrong = Should.Throw<SettingsException>(() => WebHost.Build(
            ["--urls=http://0.0.0.0:1", "--OperatingModel:Storage:Provider=Oracle",
             "--OperatingModel:Storage:MigrationDeadline=soon", "--Serilog:MinimumLevel:Default=Loud",
             "--OperatingModel:TimeZone=Middle/Earth"]));
        wrong.Problems.Select(problem => problem.Key).ShouldBe(
            ["urls", "Serilog:MinimumLevel:Default", StorageSettings.ProviderKey, StorageSettings.MigrationDeadlineKey,
             InstallationClock.TimeZoneKey]);
        wrong.Message.ShouldContain("give a name like Europe/Berlin or UTC");
        wrong.Message.ShouldContain("Sqlite or Postgres");
        wrong.Message.ShouldContain("'Loud' is no level; use Verbose,");
    }

    [Fact]
    public async Task Wrong_settings_end_the_program_with_words_and_exit_code_1()
    {
        using var error = new StringWriter();
        (await WebHost.ServeAsync(["--OperatingModel:Storage:Provider=Oracle"], error)).ShouldBe(1);
        error.ToString().ShouldContain("  OperatingModel:Storage:Provider: ");
        error.ToString().ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task An_address_that_cannot_be_opened_ends_the_program_with_words_and_exit_code_1(string scheme)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var directory = Directory.CreateTempSubdirectory("operatingmodel-web-").FullName;
        using var error = new StringWriter();

        (
            await WebHost.ServeAsync(
                [$"--urls={scheme}://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}", $"--OperatingModel:Storage:DataDirectory={directory}"],
                error)).ShouldBe(1);

        error.ToString().ShouldStartWith("The program cannot listen on its address:");
        error.ToString().ShouldContain("--urls");
        error.ToString().ShouldNotContain("   at ");
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        using var client = new HttpClient { BaseAddress = server.Address };
        var model = await server.SampleAsync();
        foreach (var path in new[]
            {
                "/",
                "/models",
                "/css/app.css",
                "/health/ready",
                $"/api/models/{model}/model.json",
                "/nowhere",
                $"/m/{model}/heat-map",
                "/api/nowhere",
                $"/api/models/{Guid.Empty}/model.json",
                "/api/models?x=1",
            })
        {
            var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'", customMessage: path);
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff", path);
            answer.Headers.Contains("Server").ShouldBeFalse(path);
        }

        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/models");
        foreign.Headers.Host = "evil.example";
        (await client.SendAsync(foreign, TestContext.Current.CancellationToken)).Headers.Contains("Content-Security-Policy").ShouldBeTrue();

    }

    [Theory]
    [InlineData("--AllowedHosts=*", "evil.example", false)]
    [InlineData("--AllowedHosts=", "evil.example", false)]
    [InlineData("--OperatingModel:AllowedHosts=models.example", "evil.example", false)]
    [InlineData("--OperatingModel:AllowedHosts=models.example;other.example", "models.example:8080", true)]
    [InlineData("--OperatingModel:AllowedHosts=models.example", "localhost", true)]
    [InlineData("--OperatingModel:AllowedHosts=", "[::1]:1", true)]
    public async Task Only_names_of_this_machine_and_those_added_on_purpose_are_answered(string setting, string host, bool isAnswered)
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite, null, setting);
        using var client = new HttpClient { BaseAddress = server.Address };
        (await StatusAsync(client, host)).ShouldBe(isAnswered ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_lies_in_the_folder_it_is_started_from_does_not_open_the_program()
    {
        var folder = Directory.CreateTempSubdirectory("operatingmodel-elsewhere-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "wwwroot"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            """{ "AllowedHosts": "*", "OperatingModel": { "AllowedHosts": "evil.example" } }""",
            TestContext.Current.CancellationToken);
        var storage = new StorageSettings { DataDirectory = Path.Combine(folder, "data") };
        using (var program = await ProgramProcess.StartAsync(storage, TestContext.Current.CancellationToken, folder: folder))
        {
            using var client = new HttpClient { BaseAddress = program.Address };
            (await StatusAsync(client, "evil.example")).ShouldBe(HttpStatusCode.BadRequest);
            (await client.GetAsync(new Uri("/css/app.css", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
                HttpStatusCode.OK);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("models.example;http://other.example")]
    [InlineData("models.example:8080")]
    public void Hosts_that_are_none_are_refused_at_the_start(string hosts) =>
        Should.Throw<SettingsException>(() => WebHost.Build([$"--OperatingModel:AllowedHosts={hosts}"]))
            .Problems.ShouldHaveSingleItem().Key.ShouldBe("OperatingModel:AllowedHosts");

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/models");
        request.Headers.Host = host;
        return (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    [Fact]
    public async Task An_address_without_a_page_says_so_to_people()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        using var client = new HttpClient { BaseAddress = server.Address };
        var answer = await client.GetAsync(new Uri("/nowhere", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<html");
    }

    [Theory]
    [InlineData("http://evil.example", null, false)]
    [InlineData("http://127.0.0.1:1", null, false)]
    [InlineData("null", null, false)]
    [InlineData(null, null, true)]
    [InlineData("own", null, true)]
    [InlineData("http://localhost", "localhost", true)]
    public async Task A_page_of_another_site_cannot_open_a_circuit(string? origin, string? host, bool isOurs)
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (var (method, path) in new[] { (HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1"), (HttpMethod.Get, "/_blazor?id=none") })
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Host = host;
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin == "own" ? server.Address.GetLeftPart(UriPartial.Authority) : origin);
            }

            ((await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode != HttpStatusCode.Forbidden).ShouldBe(isOurs, path);
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Data_and_keys_are_for_the_user_of_the_program_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are kept in another way here.");
        var folder = Directory.CreateTempSubdirectory("operatingmodel-rights-").FullName;
        var data = Path.Combine(folder, "data");
        using (var program = await ProgramProcess.StartAsync(new StorageSettings { DataDirectory = data }, TestContext.Current.CancellationToken))
        {
            using var client = new HttpClient { BaseAddress = program.Address };
            (await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
            const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            string[] all = [data, .. Directory.GetFileSystemEntries(data, "*", SearchOption.AllDirectories)];
            all.Select(entry => Path.GetRelativePath(data, entry)).ShouldContain(name => name.StartsWith("keys/key-", StringComparison.Ordinal));
            all.Select(Path.GetFileName).ShouldContain("operating-model.db-wal");
            all.ShouldAllBe(entry => (File.GetUnixFileMode(entry) & Others) == 0);
        }

        Directory.Delete(folder, recursive: true);
    }

    // Without its locks another program that only reads the file takes away what is not written into it yet.
    [Fact]
    public async Task Other_programs_see_after_every_start_that_the_database_is_in_use()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Locks are listed in another way here.");
        var cancel = TestContext.Current.CancellationToken;
        var data = Directory.CreateTempSubdirectory("operatingmodel-locks-").FullName;
        for (var start = 1; start <= 2; start++)
        {
            using var program = await ProgramProcess.StartAsync(new StorageSettings { DataDirectory = data }, cancel);
            using var client = new HttpClient { BaseAddress = program.Address };
            (await client.GetAsync(new Uri("/api/models", UriKind.Relative), cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
            using var stat = Process.Start(
                new ProcessStartInfo("stat", ["-c", "%i", Path.Combine(data, "operating-model.db")]) { RedirectStandardOutput = true })!;
            var file = (await stat.StandardOutput.ReadToEndAsync(cancel)).Trim();
            (await File.ReadAllLinesAsync("/proc/locks", cancel))
                .ShouldContain(line => line.Contains($" {program.Id} ") && line.Contains($":{file} "), $"start {start}");
            await program.TerminateAsync(cancel);
        }

        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task The_second_start_opens_what_is_there_and_makes_no_second_sample()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        await server.PrepareAgainAsync();
        (await server.Catalog.ListAsync(CurrentUser.Local, TestContext.Current.CancellationToken)).Count.ShouldBe(1);
    }
}
