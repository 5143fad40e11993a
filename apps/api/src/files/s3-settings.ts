/** A bucket of an S3-compatible store. */
export interface S3Settings {
  /** Origin, e.g. `https://s3.example.pl`; the bucket stands in the path. */
  endpoint: string;
  bucket: string;
  region: string;
  key: string;
  secret: string;
}

/** FILES_S3_ENDPOINT, _BUCKET, _KEY and _SECRET, all or none of them; FILES_S3_REGION is `us-east-1` unless told. */
export function readS3(text: (name: string) => string | null, faults: string[]): S3Settings | null {
  const [endpoint, bucket, key, secret] = ['ENDPOINT', 'BUCKET', 'KEY', 'SECRET'].map((one) => text(`FILES_S3_${one}`));
  if (!endpoint && !bucket && !key && !secret) return null;
  if (!endpoint || !bucket || !key || !secret) {
    faults.push('FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_KEY and FILES_S3_SECRET need each other');
    return null;
  }
  if (!URL.canParse(endpoint) || new URL(endpoint).origin !== endpoint || !/^https?:/.test(endpoint))
    faults.push('FILES_S3_ENDPOINT must be an origin without a path, e.g. https://s3.example.pl');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) faults.push('FILES_S3_BUCKET must be the name of a bucket');
  return { endpoint, bucket, region: text('FILES_S3_REGION') ?? 'us-east-1', key, secret };
}
