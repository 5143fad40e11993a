import type { AddMember, ChangeBudget, ConsortiumFields, ConsortiumResponse, LeaveConsortium } from '@zit/contracts';
import { perform } from '../app/consortium/store/act';
import { kompas } from './kompas';

/** The server of one consortium, in memory: does what the acts say and counts versions. For specs of pages. */
export class FakeConsortiumHttp {
  readonly calls: string[] = [];
  now: ConsortiumResponse;

  constructor(change: Partial<ConsortiumResponse> = {}) {
    this.now = kompas(change);
  }

  watch(): Promise<void> {
    return Promise.resolve();
  }

  get(): Promise<ConsortiumResponse> {
    return Promise.resolve(this.now);
  }

  change(_id: string, body: { changes: ConsortiumFields }): Promise<ConsortiumResponse> {
    return this.done('change', perform(this.now, { act: 'change', version: 1, base: {}, ...body }));
  }

  addMember(_id: string, { organisationId, role }: AddMember): Promise<ConsortiumResponse> {
    const [like] = kompas().members;
    const member = { ...like!, id: `M-${organisationId}`, organisationId, role, name: `Organizacja ${organisationId}` };
    return this.done('addMember', { ...this.now, members: [...this.now.members, member] });
  }

  changeMember(_id: string, memberId: string, body: { changes: object }): Promise<ConsortiumResponse> {
    return this.done(
      'changeMember',
      perform(this.now, { act: 'changeMember', memberId, version: 1, base: {}, ...body }),
    );
  }

  leave(_id: string, memberId: string, { linesToMemberId }: LeaveConsortium): Promise<ConsortiumResponse> {
    return this.done('leave', perform(this.now, { act: 'leave', memberId, linesTo: linesToMemberId }));
  }

  appointLeader(_id: string, { memberId }: { memberId: string }): Promise<ConsortiumResponse> {
    return this.done('appointLeader', perform(this.now, { act: 'appointLeader', memberId }));
  }

  changeBudget(_id: string, change: ChangeBudget): Promise<ConsortiumResponse> {
    return this.done('changeBudget', perform(this.now, { act: 'changeBudget', change }));
  }

  private done(call: string, next: ConsortiumResponse): Promise<ConsortiumResponse> {
    this.calls.push(call);
    this.now = { ...next, version: this.now.version + 1 };
    return Promise.resolve(this.now);
  }
}
