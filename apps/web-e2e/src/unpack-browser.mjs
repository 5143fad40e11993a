// Unpacks the Chromium that comes inside an npm package; prints where it lies, and where its libraries do.
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The package carries the NSS libraries for machines that lack them, but unpacks them only
// when it believes it is in a Lambda; this variable is how it is told.
const lacksNss = !hasNss();
if (lacksNss) process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
const { default: packaged } = await import('@sparticuz/chromium');
packaged.setGraphicsMode = false;
const path = await packaged.executablePath();
process.stdout.write(JSON.stringify({ path, libraries: lacksNss ? join(tmpdir(), 'al2023', 'lib') : null }));

function hasNss() {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so');
  } catch (fault) {
    if (fault.code === 'ENOENT') return false;
    throw fault;
  }
}
