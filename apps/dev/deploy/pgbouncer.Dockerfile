# pgbouncer of Debian, run without root. Its settings and its users come from outside.
FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends pgbouncer postgresql-client \
 && rm -rf /var/lib/apt/lists/*
USER 1000:1000
EXPOSE 6432
CMD ["pgbouncer", "/etc/pgbouncer/portal.ini"]
