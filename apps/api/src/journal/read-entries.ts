/** Columns of a journal row `j` as the record that is sealed; `seq` as a number, 2^53 acts are far away. */
export const ENTRY = `
  j.seq::float8 as seq, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  j.person_id as "personId", j.organisation_id as "organisationId", j.body, j.roles, j.act,
  json_build_object('kind', j.subject_kind, 'id', j.subject_id) as subject, j.details, j.changes`;

/** Columns of a seal as it crosses the wire. */
export const SEAL = `
  batch, count, merkle_root as "merkleRoot", previous_hash as "previousHash", hash,
  to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt"`;
