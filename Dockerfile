# Saqta in a container. Building: docker build -t saqta .
#
# First start; the password is what the file holds:
#   docker run --rm -v saqta:/data -v ./password:/run/password:ro saqta \
#     init --data /data --admin LOGIN --password-file /run/password
# Then:
#   docker run -d --name saqta --restart always -v saqta:/data -p 8080:8080 -p 9009:9009 -p 9009:9009/udp saqta

# The screens.
FROM node:20.19.5-bookworm-slim AS web
WORKDIR /src/web
COPY web/package.json web/package-lock.json ./
RUN PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
COPY locales /src/locales
COPY docs/openapi.json /src/docs/openapi.json
COPY web ./
RUN npm run build && touch dist/.gitkeep

# The program, with the screens inside.
FROM rust:1.95.0-bookworm AS program
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
COPY .cargo ./.cargo
COPY crates ./crates
COPY locales ./locales
COPY docs ./docs
COPY --from=web /src/web/dist ./web/dist
RUN cargo build --release --locked --package saqta

# What runs: the program, curl for the health check, and nothing to build with.
FROM debian:12.12-slim
# Debian keeps one version of a package per release; fixing it here would break the build at each security update.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin saqta \
    && install -d -m 0700 -o saqta -g saqta /data
COPY --from=program /src/target/release/saqta /usr/local/bin/saqta

USER 10001:10001
VOLUME /data
# HTTP; DC-09 over TCP and UDP.
EXPOSE 8080/tcp 9009/tcp 9009/udp
# The health check's address: https://127.0.0.1:8080/readyz where certificates are given.
ENV HEALTH_URL=http://127.0.0.1:8080/readyz
HEALTHCHECK --interval=10s --timeout=4s --start-period=15s --retries=3 \
    CMD ["sh", "-c", "exec curl --fail --silent --show-error --insecure --max-time 3 --output /dev/null \"$HEALTH_URL\""]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/local/bin/saqta"]
CMD ["serve", "--data", "/data", "--listen", "0.0.0.0:8080", "--dc09", "0.0.0.0:9009"]
