/**
 * Milliseconds by which the server's clock is ahead of the browser's. The answer took its time both ways, so the
 * server is thought to have spoken in the middle; 0 when it did not say a time.
 */
export function serverAhead(serverTime: string, askedAt: number, answeredAt: number): number {
  const ahead = Date.parse(serverTime) - (askedAt + answeredAt) / 2;
  return Number.isFinite(ahead) ? Math.round(ahead) : 0;
}
