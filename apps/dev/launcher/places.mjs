// @ts-check
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** Everything the portal writes: ./.portal, or the folder that ZIT_DATA names. */
export const dataFolder = resolve(root, process.env.ZIT_DATA || '.portal');

export const inData = (/** @type {string[]} */ ...parts) => join(dataFolder, ...parts);
export const inRoot = (/** @type {string[]} */ ...parts) => join(root, ...parts);
