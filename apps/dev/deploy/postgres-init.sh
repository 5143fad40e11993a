#!/bin/sh
# Runs once, when the data folder is empty: a database and a role of the portal's own, which is no superuser.
set -eu
password=$(cat /run/secrets/portal_password)
psql -v ON_ERROR_STOP=1 -v password="$password" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role portal login password :'password';
-- Limits stand on the role, because pgbouncer refuses them as startup parameters.
alter role portal set statement_timeout = '30s';
alter role portal set idle_in_transaction_session_timeout = '60s';
alter role portal set timezone = 'UTC';
create database portal owner portal;
revoke connect on database portal from public;
SQL
