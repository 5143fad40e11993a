import { nodeProject } from '../../apps/dev/settings/jest.node.mjs';

export default nodeProject('domain', 'libs/domain');
