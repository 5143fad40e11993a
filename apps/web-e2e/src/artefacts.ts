import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const folder = join(__dirname, '..', '..', '..', 'artefacts');

/** Path of a picture that a journey leaves behind, e.g. `screens/budget-1280-dark.png`; not tracked. */
export async function artefact(name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  return path;
}
