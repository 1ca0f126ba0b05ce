# The workbench as a container: built with the SDK, run on the ASP.NET runtime by a user without rights.
#   docker build -t operatingmodel .
#   docker run --rm --network host -v operatingmodel:/data operatingmodel
# Until it has accounts the program answers on the loopback address only and refuses to start on any other, hence the host's network;
# docker-compose.yml says more.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# What decides the packages comes first, so that a change of code does not restore them again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/OperatingModel.Domain/*.csproj src/OperatingModel.Domain/
COPY src/OperatingModel.Application/*.csproj src/OperatingModel.Application/
COPY src/OperatingModel.Exchange/*.csproj src/OperatingModel.Exchange/
COPY src/OperatingModel.Web/*.csproj src/OperatingModel.Web/
RUN dotnet restore src/OperatingModel.Web --use-current-runtime -p:PublishReadyToRun=true
COPY src src
RUN dotnet publish src/OperatingModel.Web --configuration Release --no-restore --output /app \
    --use-current-runtime --self-contained false -p:PublishReadyToRun=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN mkdir /data && chown "$APP_UID:$APP_UID" /data
WORKDIR /app
COPY --from=build /app .
COPY scripts/ready.sh .
# The base image opens port 8080 on every network; that must be off.
ENV ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://127.0.0.1:5080 \
    OperatingModel__Storage__DataDirectory=/data
VOLUME /data
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 CMD ["bash", "ready.sh", "127.0.0.1", "5080"]
ENTRYPOINT ["dotnet", "OperatingModel.Web.dll"]
