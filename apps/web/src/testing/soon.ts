import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

/** Waits for what comes in its own time, after a pause in typing or when a dialog has closed; in vain: the test ends. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await new Promise((done) => setTimeout(done, 10));
    TestBed.tick();
  }
}

/** The request that comes in its own time, and alone. */
export async function requestSoon(
  http: HttpTestingController,
  wanted: Parameters<HttpTestingController['match']>[0],
): Promise<TestRequest> {
  let found: TestRequest[] = [];
  await until(() => (found = http.match(wanted)).length > 0);
  expect(found).toHaveLength(1);
  return found[0]!;
}
