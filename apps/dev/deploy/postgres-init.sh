#!/bin/sh
# Runs once, when the data folder is empty: the database, the role that owns it, and the role that serves.
# Neither is a superuser. The owner migrates; the login owns nothing and takes a role of the portal for each transaction.
set -eu
password=$(cat /run/secrets/portal_password)
owner_password=$(cat /run/secrets/portal_owner_password)
psql -v ON_ERROR_STOP=1 -v password="$password" -v owner_password="$owner_password" \
  --username "$POSTGRES_USER" --dbname postgres <<'SQL'
-- Who does not inherit has to take a role first: on PostgreSQL 15 by this, since 16 also by what it gives to each grant.
create role portal_owner login noinherit password :'owner_password';
create role portal login noinherit password :'password';
-- Limits stand on the role, because pgbouncer refuses them as startup parameters.
alter role portal set statement_timeout = '30s';
alter role portal set idle_in_transaction_session_timeout = '60s';
alter role portal set timezone = 'UTC';
alter role portal_owner set timezone = 'UTC';
do $$ declare role text; begin
    foreach role in array array['zit_app', 'zit_gate', 'zit_worker', 'zit_auditor', 'zit_public', 'zit_scope'] loop
      if not exists (select from pg_roles where rolname = role) then execute format('create role %I nologin', role); end if;
    end loop; end $$;
-- By itself the login may do nothing; a role is taken for a transaction and ends with it.
grant zit_app, zit_gate, zit_worker, zit_auditor, zit_public to portal;
grant zit_app, zit_gate, zit_worker, zit_auditor, zit_public, zit_scope to portal_owner;
create database portal owner portal_owner;
revoke connect on database portal from public;
grant connect on database portal to portal;
\connect portal
-- What the owner of a database would have by inheriting.
alter schema public owner to portal_owner;
SQL
