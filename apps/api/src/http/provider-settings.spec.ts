import { readProviders } from './provider-settings';

const keycloak = {
  id: 'keycloak',
  name: 'Konto urzędu',
  issuer: 'https://id.example.test/realms/zit',
  clientId: 'portal',
  clientSecret: 'tajne',
};

const faultsOf = (list: unknown): string[] => {
  const faults: string[] = [];
  readProviders(JSON.stringify(list), faults);
  return faults;
};

describe('providers in the settings', () => {
  it('are none, or those of the list', () => {
    const faults: string[] = [];
    expect(readProviders(null, faults)).toEqual([]);
    expect(readProviders(JSON.stringify([keycloak]), faults)).toEqual([keycloak]);
    expect(faults).toEqual([]);
  });

  it('name every fault, and no secret', () => {
    expect(
      faultsOf([{ ...keycloak, id: 'Key Cloak', issuer: 'http://id.example.test', clientSecret: 7, more: 1 }]),
    ).toEqual([
      'OIDC_PROVIDERS[0] has unknown fields: more',
      'OIDC_PROVIDERS[0].clientSecret must be a text of 1 to 300 characters',
      'OIDC_PROVIDERS[0].id must be 1 to 40 small letters, digits or hyphens',
      'OIDC_PROVIDERS[0].issuer must be an https:// address',
    ]);
    expect(faultsOf([keycloak, { ...keycloak, id: 'second' }])).toEqual(['OIDC_PROVIDERS must name each issuer once']);
    expect(faultsOf({})).toEqual(['OIDC_PROVIDERS must be a JSON list']);
  });

  it('use plain http on the same machine only', () => {
    expect(faultsOf([{ ...keycloak, issuer: 'http://127.0.0.1:9000' }])).toEqual([]);
    expect(faultsOf([{ ...keycloak, issuer: 'http://127.0.0.1.example.test' }])).toHaveLength(1);
  });
});
