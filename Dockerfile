# Built for the machine that builds, run on any: what is published holds no machine code of ours.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish src/CivicBot.Host -c Release -a $TARGETARCH -p:UseAppHost=false -p:DebugType=none -o /app && mkdir /data

# No shell, no package manager; "extra" has the time zones and the languages' rules.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
ENV CIVICBOT_DATA=/data \
    ASPNETCORE_HTTP_PORTS= \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_DbgEnableMiniDump=0
COPY --from=build /app /app
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
WORKDIR /app
USER $APP_UID
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["dotnet", "/app/civicbot.dll", "health"]
ENTRYPOINT ["dotnet", "/app/civicbot.dll"]
