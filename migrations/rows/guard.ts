/**
 * Closes a table to everybody, its owner included, and opens all of its rows to these roles; what `zit_app` sees of it
 * needs a policy of its own. Grants stand beside it: this is about rows.
 */
export const guardRows = (table: string, ...roles: readonly string[]): string[] => [
  `alter table ${table} enable row level security, force row level security`,
  ...roles.map((role) => `create policy ${table}_of_${role} on ${table} to zit_${role} using (true) with check (true)`),
];
