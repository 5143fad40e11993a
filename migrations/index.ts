import { TerritoryHasValidity } from './001-territory-has-validity';
import { OrganisationsStandInARegister } from './002-organisations-stand-in-a-register';
import { PeopleSignInAndHoldRoles } from './003-people-sign-in-and-hold-roles';
import { RuleSetsNeverChange } from './004-rule-sets-never-change';
import { CentresArePlanned } from './005-centres-are-planned';
import { ActsAreJournalled } from './006-acts-are-journalled';
import { ConsortiaAreFormed } from './007-consortia-are-formed';
import { BudgetsHaveLines } from './008-budgets-have-lines';
import { DocumentsAreIssued } from './009-documents-are-issued';
import { ChoresAreDoneOnce } from './010-chores-are-done-once';
import { PeopleProveWhoTheyAre } from './011-people-prove-who-they-are';
import { RowsBelongToPeople } from './012-rows-belong-to-people';
import { TheJournalIsSealed } from './014-the-journal-is-sealed';
import { DevicesBecomeKnown } from './015-devices-become-known';
import { PeopleDecideAboutTheirData } from './016-people-decide-about-their-data';
import { ResetsWaitTheirTurn } from './017-resets-wait-their-turn';
import { SheetsKeepFields } from './018-sheets-keep-fields';
import { CallsArePublished } from './019-calls-are-published';
import { OffersAreWritten } from './020-offers-are-written';
import { OffersAreReceived } from './021-offers-are-received';
import { OutagesAreKept } from './022-outages-are-kept';
import { CouncilsRecommendOffers } from './023-councils-recommend-offers';
import { RemovedFilesComeBack } from './024-removed-files-come-back';
import { FilesHangOnCalls } from './025-files-hang-on-calls';
import { CommissionsSit } from './026-commissions-sit';
import { OffersAreChecked } from './027-offers-are-checked';
import { CardsAreScored } from './028-cards-are-scored';
import { ResultsArePublished } from './029-results-are-published';
import { CorrectionsAreReceived } from './030-corrections-are-received';
import { ResultsAreAnswered } from './031-results-are-answered';
import { OffersAreAwarded } from './032-offers-are-awarded';
import { RankingsAreReadQuickly } from './033-rankings-are-read-quickly';

export { ROLES } from './rows/grants';

/** All migrations, in the order in which they run. */
export const migrations = [
  TerritoryHasValidity,
  OrganisationsStandInARegister,
  PeopleSignInAndHoldRoles,
  RuleSetsNeverChange,
  CentresArePlanned,
  ActsAreJournalled,
  ConsortiaAreFormed,
  BudgetsHaveLines,
  DocumentsAreIssued,
  ChoresAreDoneOnce,
  PeopleProveWhoTheyAre,
  RowsBelongToPeople,
  TheJournalIsSealed,
  DevicesBecomeKnown,
  PeopleDecideAboutTheirData,
  ResetsWaitTheirTurn,
  SheetsKeepFields,
  CallsArePublished,
  OffersAreWritten,
  OffersAreReceived,
  OutagesAreKept,
  CouncilsRecommendOffers,
  RemovedFilesComeBack,
  FilesHangOnCalls,
  CommissionsSit,
  OffersAreChecked,
  CardsAreScored,
  ResultsArePublished,
  CorrectionsAreReceived,
  ResultsAreAnswered,
  OffersAreAwarded,
  RankingsAreReadQuickly,
];
