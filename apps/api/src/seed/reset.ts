import { Client } from 'pg';
import { migrate } from '../database/migrate';

/**
 * Empties the database and migrates it anew. Issued documents and the journal cannot be deleted row by row, and
 * should not: demo data goes as a whole, schema and all. Only the seed of the demo calls this.
 */
export async function resetDemo(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('drop schema public cascade');
    await client.query('create schema public');
  } finally {
    await client.end();
  }
  await migrate(url);
}
