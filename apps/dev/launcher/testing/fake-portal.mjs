// Stands in for dist/apps/api/main.mjs in the launcher's specs: the same commands, one table, no build.
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const [command = 'serve', ...rest] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const count = async () => Number((await pool.query('select count(*) as n from note')).rows[0].n);

if (command === 'migrate') {
  await pool.query('create table if not exists note (word text)');
} else if (command === 'seed-demo') {
  if (rest.includes('--reset')) await pool.query('delete from note');
  if ((await count()) === 0) await pool.query("insert into note values ('seed')");
} else {
  let lingers = 0;
  const server = createServer(async (request, response) => {
    if (request.url === '/api/v1/demo-logins') {
      const login = {
        name: 'Pracownik Gminy Miasta Sopotu',
        email: 'sopot@demo.invalid',
        password: 'haslo-demo',
        roleText: 'urzędnik',
      };
      response.end(JSON.stringify({ items: [login] }));
    } else if (request.method === 'POST') {
      if (request.url === '/crash') process.exit(3);
      if (request.url === '/linger') lingers = 5_000;
      await pool.query('insert into note values ($1)', [request.url]);
      response.end();
    } else {
      response.end(request.url === '/readyz' ? 'ok' : JSON.stringify({ pid: process.pid, notes: await count() }));
    }
  });
  server.listen(Number(process.env.PORT), process.env.HOST);
  await new Promise((stop) => process.once('SIGTERM', stop));
  await pause(lingers);
  // The database has to be there until the server has closed.
  await pool.query("insert into note values ('closed in order')");
  server.close();
  server.closeAllConnections();
}
await pool.end();
