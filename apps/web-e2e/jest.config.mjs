import { nodeProject, withPostgres } from '../dev/settings/jest.node.mjs';

export default nodeProject('web-e2e', 'apps/web-e2e', {
  ...withPostgres,
  // One browser and one portal at a time: two cores.
  maxWorkers: 1,
  testTimeout: 120_000,
});
