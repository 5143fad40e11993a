// Unpacks the Chromium that comes inside an npm package and prints where it lies.
import { execFileSync } from 'node:child_process';

// The package carries the NSS libraries for machines that lack them, but unpacks them only
// when it believes it is in a Lambda; this variable is how it is told.
if (!hasNss()) process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
const { default: packaged } = await import('@sparticuz/chromium');
packaged.setGraphicsMode = false;
process.stdout.write(await packaged.executablePath());

function hasNss() {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so');
  } catch (fault) {
    if (fault.code === 'ENOENT') return false;
    throw fault;
  }
}
