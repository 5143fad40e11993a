/** The description of the API as it is committed: OpenAPI 3.1, formatted. */
export const describeApi = (): string => `${JSON.stringify({ openapi: '3.1.0' }, null, 2)}\n`;
