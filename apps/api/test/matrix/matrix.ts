import { closedToEyes, decide, isPolicyAct, POLICY, type PolicyAct, type PolicyRule } from '@zit/domain';
import { accessTable, type Access } from '../../src/http/access-table';
import type { Answer } from '../portal';
import type { Asker } from './askers';
import { CELLS, type Cell } from './cells';
import type { World } from './world';

/** What the policy says about one call. */
export type Expected = 'allowed' | 401 | 403 | 404 | 'refused';

export interface Call {
  access: Access;
  act: PolicyAct;
  asker: Asker;
  cell: Cell;
  expected: Expected;
  /** For reading a failure: who, what, on what. */
  name: string;
}

/**
 * Acts that anybody may do and that would not be the same call twice: they sign in, use a token up or leave the portal.
 * Each with the spec that does them.
 */
export const ELSEWHERE: Partial<Record<PolicyAct, string>> = {
  browseApiFile: 'openapi/openapi.spec.ts',
  openWeb: 'http/web-files.spec.ts',
  signIn: 'session/session.spec.ts',
  startProvider: 'provider/provider.spec.ts',
  returnFromProvider: 'provider/provider.spec.ts',
  listDemoLogins: 'session/demo.spec.ts',
  signInAsDemo: 'session/demo.spec.ts',
  askPasskey: 'factor/passkey.spec.ts',
  showPasskey: 'factor/passkey.spec.ts',
  askPasswordReset: 'account/account.spec.ts',
  readReset: 'account/account.spec.ts',
  resetPassword: 'account/account.spec.ts',
  readConfirmation: 'account/account.spec.ts',
  confirmEmail: 'account/account.spec.ts',
  readInvitation: 'people/invitations.spec.ts',
  acceptInvitation: 'people/invitations.spec.ts',
  listMails: 'mail/mailbox.spec.ts',
  readMail: 'mail/mailbox.spec.ts',
};

/** Every route of the access table for this asker, on every thing in every state. */
export function callsOf(world: World, asker: Asker): Call[] {
  return accessTable.flatMap((access) => {
    const { act } = access;
    if (!isPolicyAct(act)) throw new Error(`no policy for ${act}`);
    if (ELSEWHERE[act]) return [];
    const cells = CELLS[act];
    return (cells ?? none)(world, asker).flatMap((cell) => {
      const expected = expect(access, act, asker, cell);
      if (cell.deniedOnly && expected === 'allowed') return [];
      const name = [asker.name, `${access.method} ${access.path}`, cell.thing].filter(Boolean).join(' · ');
      return [{ access, act, asker, cell, expected, name }];
    });
  });
}

const none = (): Cell[] => [];

/** Acts of the access table that the matrix would silently pass over. */
export const untried = (): string[] =>
  accessTable.flatMap(({ act }) => (isPolicyAct(act) && (CELLS[act] ?? ELSEWHERE[act]) ? [] : [act]));

const LEVELS: Record<'SESSION' | 'ENROLLING' | 'SIGNED_IN', readonly Asker['level'][]> = {
  SESSION: ['PASSWORD', 'ENROL', 'FULL'],
  ENROLLING: ['ENROL', 'FULL'],
  SIGNED_IN: ['FULL'],
};
const levelOf = ({ who }: PolicyRule): keyof typeof LEVELS =>
  who === 'SESSION' || who === 'ENROLLING' ? who : 'SIGNED_IN';

function expect(access: Access, act: PolicyAct, asker: Asker, { standing, state }: Cell): Expected {
  const rule: PolicyRule = POLICY[act];
  if (rule.who === 'PUBLIC') return 'allowed';
  if (asker.personId === null) return 401;
  if (!LEVELS[levelOf(rule)].includes(asker.level)) return 403;
  if (closedToEyes({ viewer: asker.viewed ? asker : null }, act) && !access.viewerMay) return 403;
  const { see, allow } = decide({ personId: asker.personId, grants: asker.grants }, act, standing, state);
  if (allow) return 'allowed';
  return see || access.who === 'policy' ? 'refused' : 404;
}

/** The path of a call, with the things it names. */
export const pathOf = ({ path }: Access, { params }: Cell): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => params?.[name] ?? '');

export function send({ access, asker, cell }: Call): Promise<Answer<unknown>> {
  const path = pathOf(access, cell);
  const { caller } = asker;
  switch (access.method) {
    case 'GET':
      return caller.get(path);
    case 'DELETE':
      return caller.del(path);
    case 'POST':
      return caller.post(path, cell.body);
    case 'PUT':
      return caller.put(path, cell.body);
    case 'PATCH':
      return caller.patch(path, cell.body);
  }
}

/** Makes the call; what is wrong with its answer, in words: nothing, when it is as the policy says. */
export async function wrong(call: Call): Promise<string[]> {
  const { status, body } = await send(call);
  if (!agrees(call.expected, status))
    return [`${call.name}: ${call.expected}, but ${status} ${JSON.stringify(body).slice(0, 300)}`];
  const fault = call.expected === 'allowed' ? call.cell.check?.(body) : null;
  return fault ? [`${call.name}: ${fault}`] : [];
}

/** Does the status say what the policy says? */
function agrees(expected: Expected, status: number): boolean {
  if (expected === 'allowed') return status >= 200 && status < 300;
  if (expected === 'refused') return status === 403 || status === 404;
  return status === expected;
}

/** A refusal that has to leave an entry: of somebody signed in. */
export const isNoted = (call: Call): boolean => call.expected !== 'allowed' && call.expected !== 401;

const GUARDED_BY_ROWS: readonly string[] = [
  'call',
  'consortium',
  'document',
  'offer',
  'organisation',
  'place',
  'recommendation',
];

/** A refused call of somebody signed in, on rows that the database itself guards. */
export const isForeign = ({ act, asker, expected }: Call): boolean => {
  const rule: PolicyRule = POLICY[act];
  return expected !== 'allowed' && asker.level === 'FULL' && !asker.viewed && GUARDED_BY_ROWS.includes(rule.on);
};
