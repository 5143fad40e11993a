import { version } from '../../../../package.json';

/** Version of this build, from package.json. */
export const portalVersion: string = version;
