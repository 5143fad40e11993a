// Who may import whom: domain ← contracts ← documents; api and web use all three and meet only in contracts.
// Rooms are the `room:` tags of the project.json files.

/** Packages that have no place in a browser. */
export const externalsOfWeb = ['@nestjs/*', 'typeorm', 'pg', 'fastify', '@fastify/*', 'pino', 'piscina', '@node-rs/*'];

const only = (...names) => names.map((name) => `room:${name}`);

export const rooms = {
  // No package at all: the rules run in the browser, on the server and on paper.
  domain: { onlyDependOnLibsWithTags: only('domain'), allowedExternalImports: [] },
  contracts: {
    onlyDependOnLibsWithTags: only('contracts', 'domain'),
    allowedExternalImports: ['class-validator', 'class-transformer'],
  },
  documents: {
    onlyDependOnLibsWithTags: only('documents', 'contracts', 'domain'),
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', '@angular/*', 'fastify', '@fastify/*'],
  },
  sample: { onlyDependOnLibsWithTags: only('sample', 'contracts', 'domain'), allowedExternalImports: [] },
  // One file for everybody who has nothing of the portal: it may not even borrow its rules.
  verifier: { onlyDependOnLibsWithTags: only('verifier'), allowedExternalImports: [] },
  migrations: { onlyDependOnLibsWithTags: only('migrations'), allowedExternalImports: ['typeorm'] },
  api: {
    onlyDependOnLibsWithTags: only('api', 'domain', 'contracts', 'documents', 'migrations', 'verifier'),
    bannedExternalImports: ['@angular/*', 'fast-check', 'jest'],
  },
  web: {
    onlyDependOnLibsWithTags: only('web', 'domain', 'contracts', 'documents', 'verifier'),
    bannedExternalImports: externalsOfWeb,
  },
  'web-e2e': { onlyDependOnLibsWithTags: only('web-e2e', 'sample', 'domain', 'contracts', 'dev') },
  dev: {
    onlyDependOnLibsWithTags: only('dev', 'domain', 'contracts', 'documents', 'sample', 'migrations', 'verifier'),
  },
};

/** In specs, seeds, journeys and benches the sample metropolis and the throw-away database are welcome too. */
export const specRooms = Object.fromEntries(
  Object.entries(rooms).map(([room, { onlyDependOnLibsWithTags, bannedExternalImports }]) => [
    room,
    {
      onlyDependOnLibsWithTags: [...new Set([...onlyDependOnLibsWithTags, ...only('sample', 'dev')])],
      ...(room === 'web' ? { bannedExternalImports } : {}),
    },
  ]),
);
