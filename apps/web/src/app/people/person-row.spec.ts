import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { provideRouter } from '@angular/router';
import type { PersonItem } from '@zit/contracts';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { requestSoon } from '../../testing/soon';
import { problemInterceptor } from '../session/problem-interceptor';
import { SessionStore } from '../session/session-store';
import { PersonRow } from './person-row';

const person = (id: string, ...roles: PersonItem['grants'][number]['role'][]): PersonItem => ({
  id,
  name: `Osoba ${id}`,
  email: `${id}@example.org`,
  factor: false,
  seenAt: null,
  may: { viewAs: false },
  grants: roles.map((role) => ({
    id: `${id}-${role}`,
    role,
    organisationId: 'kompas',
    organisationName: 'Stowarzyszenie „Kompas”',
    teryt: role === 'COUNTY_OPERATOR' ? '2264' : null,
    grantedAt: '2015-03-05T10:00:00.000Z',
    may: { revoke: true, reason: null },
  })),
});

@Component({
  imports: [PersonRow],
  template: `
    <h1 tabindex="-1">Osoby</h1>
    <ul>
      @for (person of people(); track person.id) {
        <li><zit-person-row [person]="person" /></li>
      }
    </ul>
  `,
})
class List {
  readonly people = signal([person('1', 'EDITOR', 'COUNTY_OPERATOR'), person('2', 'EDITOR')]);
}

const settle = () => new Promise((done) => setTimeout(done));

describe('a role taken by keyboard', () => {
  const open = async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideRouter([]),
      ],
    });
    TestBed.inject(SessionStore).take(signedInAs([grantOf('OWNER', 'kompas')]));
    const fixture = TestBed.createComponent(List);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    const root = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const revoke = async (label: RegExp, grant: string) => {
      const buttons = await root.getAllHarnesses(MatButtonHarness.with({ text: 'Odbierz rolę' }));
      for (const button of buttons)
        if (label.test((await (await button.host()).getAttribute('aria-label')) ?? '')) await button.click();
      const dialog = await root.getHarness(MatDialogHarness);
      await (await dialog.getHarness(MatButtonHarness.with({ text: 'Odbierz rolę' }))).click();
      const wanted = { method: 'DELETE', url: `/api/v1/grants/${grant}` };
      const taken = await requestSoon(TestBed.inject(HttpTestingController), wanted);
      taken.flush(null, { status: 204, statusText: 'x' });
      await settle();
    };
    const becomes = async (...people: PersonItem[]) => {
      fixture.componentInstance.people.set(people);
      await fixture.whenStable();
    };
    return { revoke, becomes, text: () => (fixture.nativeElement as HTMLElement).textContent };
  };
  const focused = () => document.activeElement?.textContent;

  it('leaves the keyboard at the person', async () => {
    const { revoke, becomes, text } = await open();
    expect(text()).toContain('operator powiatowy (powiat m. Sopot)');
    await revoke(/redaktor partnera.*Osoba 1/, '1-EDITOR');
    await becomes(person('1', 'COUNTY_OPERATOR'), person('2', 'EDITOR'));
    expect(focused()).toBe('Osoba 1');
  });

  it('leaves it at the next person when this one goes with the role, and after the last one at the heading', async () => {
    const { revoke, becomes } = await open();
    await revoke(/redaktor partnera.*Osoba 1/, '1-EDITOR');
    await becomes(person('2', 'EDITOR'));
    expect(focused()).toBe('Osoba 2');
    await revoke(/redaktor partnera.*Osoba 2/, '2-EDITOR');
    await becomes();
    expect(focused()).toBe('Osoby');
  });
});
