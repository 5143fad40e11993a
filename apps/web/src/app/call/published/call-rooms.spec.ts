import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CallResponse, SessionResponse } from '@zit/contracts';
import { callResponse } from '../../../testing/sopot-call';
import { SessionStore } from '../../session/session-store';
import { coordinator, officer } from '../call.fixture';
import { CallRooms } from './call-rooms';

describe('the way from a published call to what is done with its offers', () => {
  const links = (phase: CallResponse['phase'], session: SessionResponse): (string | null)[] => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    TestBed.inject(SessionStore).take(session);
    const fixture = TestBed.createComponent(CallRooms);
    fixture.componentRef.setInput('call', callResponse({ state: 'PUBLISHED', phase }));
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    return [...page.querySelectorAll('a')].map((each) => each.getAttribute('href'));
  };

  it('is open to who runs the call once its deadline has passed', () => {
    const rooms = ['komisja', 'formalna', 'wynik', 'odpowiedzi', 'przyznanie'];
    expect(links('CLOSED', officer)).toEqual(rooms.map((each) => `/nabory/C1/${each}`));
  });

  it('leads to the commission alone before it', () => {
    expect(links('OPEN', officer)).toEqual(['/nabory/C1/komisja']);
  });

  it('shows others nothing that they could not open', () => {
    expect(links('CLOSED', coordinator)).toEqual(['/nabory/C1/komisja']);
  });
});
