/** GET /api/v1/territory */
export interface TerritoryResponse {
  counties: { teryt: string; name: string; kind: string }[];
  municipalities: { teryt: string; name: string; county: string; kind: string; zit: string }[];
}

/** GET /api/v1/time */
export interface TimeResponse {
  /** ISO instant of the server's clock. */
  serverTime: string;
  zone: 'Europe/Warsaw';
}
