import type { Logger } from 'typeorm';

/** Who is told of every statement; tests put a counter here, nobody listens in service. */
export const QUERY_LOGGER = Symbol('QUERY_LOGGER');
export type QueryLogger = Logger | null;
