import { municipalityName, type ConsortiumFacts, type MemberFacts } from '@zit/domain';
import { kompasSopocki, type SampleConsortium, type SampleMember } from './consortia';
import { sampleOrganisation } from './organisations';

/** Facts of a sample consortium, with all that the register knows of its members; ids are keys. */
export function factsOfSample(consortium: SampleConsortium): ConsortiumFacts {
  return {
    title: consortium.title,
    centre: {
      teryt: consortium.centre.teryt,
      municipality: municipalityName(consortium.centre.teryt) ?? consortium.centre.teryt,
      name: consortium.centre.name,
      callNo: consortium.callNo,
    },
    period: consortium.period,
    legalRegime: consortium.legalRegime,
    capGrosze: consortium.capGrosze,
    declared: { totalGrosze: consortium.declaredTotalGrosze, zitGrosze: null, ownGrosze: null },
    members: consortium.members.map(memberFacts),
    lines: consortium.lines,
    services: consortium.services,
    targetGroups: consortium.targetGroups,
    distinctPersons: consortium.distinctPersons,
    servicePoints: consortium.servicePoints,
    catalogueAdditions: [],
    letterOfIntentSignedOn: consortium.letterOfIntentSignedOn,
  };
}

/** Complete facts of „Kompas Sopocki”: what an agreement is printed from. */
export const kompasFacts = (): ConsortiumFacts => factsOfSample(kompasSopocki());

function memberFacts({ organisation, ...member }: SampleMember): MemberFacts {
  const registered = sampleOrganisation(organisation);
  return {
    id: organisation,
    name: registered.name,
    sector: registered.sector,
    legalForm: registered.legalForm,
    nip: registered.nip,
    regon: registered.regon,
    krs: registered.krs,
    unitOfNip: registered.unitOf === null ? null : sampleOrganisation(registered.unitOf).nip,
    address: registered.address,
    seatTeryt: registered.teryt,
    email: registered.email,
    phone: registered.phone,
    representation: registered.representation,
    ...member,
  };
}
