import { nodeProject, withPostgres } from './settings/jest.node.mjs';

export default nodeProject('dev', 'apps/dev', withPostgres);
