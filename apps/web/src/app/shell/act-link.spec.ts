import { provideHttpClient } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { SessionResponse } from '@zit/contracts';
import { rolesFor, ROLES, type Role } from '@zit/domain';
import { otherHatMay, whoMayWords } from '@zit/words.pl/closed-acts';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import { SessionStore } from '../session/session-store';
import { reasonOf } from '../../testing/closed-button';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { ActLink } from './act-link';
import type { ActWithReason } from './acting-for';

const NAME = 'Zacznij';
const viewer = { name: 'Administrator programu', reason: 'zgłoszenie z 5 marca' };

@Component({ imports: [ActLink], template: '<zit-act-link [act]="act()" to="/dalej">Zacznij</zit-act-link>' })
class Page {
  readonly act = input.required<ActWithReason>();
}

describe('the way to an act', () => {
  const show = async (act: ActWithReason, session: SessionResponse) => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideRouter([{ path: 'dalej', children: [] }])],
    });
    TestBed.inject(SessionStore).take(session);
    const fixture = TestBed.createComponent(Page);
    fixture.componentRef.setInput('act', act);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };
  const holder = (role: Role, change: Partial<SessionResponse> = {}) =>
    signedInAs([grantOf(role, 'kompas', '2264011')], null, change);

  describe.each(Object.keys(whoMayWords) as ActWithReason[])('%s', (act) => {
    it('is a link to exactly the roles of the policy, and to others a closed button that says who may', async () => {
      const open: Role[] = [];
      for (const role of ROLES) {
        const page = await show(act, holder(role));
        if (page.querySelector('a')?.getAttribute('href') === '/dalej') open.push(role);
        else expect([role, reasonOf(page, NAME)]).toEqual([role, whoMayWords[act]]);
      }
      expect(open).toEqual(rolesFor(act));
    });

    it('S-42: is closed to who looks through the eyes of somebody who may', async () => {
      const page = await show(act, holder(rolesFor(act)[0]!, { viewer }));
      expect(page.querySelector('a')).toBeNull();
      expect(reasonOf(page, NAME)).toBe(viewOnlyReason);
    });
  });

  it('says what the person lacks also to who looks through their eyes', async () => {
    expect(reasonOf(await show('invite', holder('EDITOR', { viewer })), NAME)).toBe(whoMayWords.invite);
  });

  it('names the hat under which the person may', async () => {
    const page = await show('invite', signedInAs([grantOf('EDITOR', 'kompas'), grantOf('OWNER', 'przystan')]));
    expect(reasonOf(page, NAME)).toBe(`${whoMayWords.invite} ${otherHatMay('Organizacja „przystan”')}`);
  });

  it('goes nowhere when the closed button is pressed', async () => {
    const page = await show('createConsortium', holder('SIGNER'));
    page.querySelector('button')!.click();
    await new Promise((done) => setTimeout(done));
    expect(TestBed.inject(Router).url).toBe('/');
  });
});
