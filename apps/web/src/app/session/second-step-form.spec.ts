import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { sessionWords } from '@zit/words.pl/session-page';
import { SecondStepForm } from './second-step-form';

describe('the second step', () => {
  it('holds the keyboard from one way to the other and back', async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const fixture = TestBed.createComponent(SecondStepForm);
    fixture.componentRef.setInput('factors', { passkey: false, totp: true, recoveryCodes: 3 });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const press = async (text: string) => {
      [...page.querySelectorAll('button')].find((each) => each.textContent?.trim() === text)?.click();
      await fixture.whenStable();
    };
    expect(document.activeElement?.id).toBe('one-time-code');
    await press(sessionWords.second.toRecovery);
    expect(document.activeElement?.id).toBe('recovery-code');
    await press(sessionWords.second.toCode);
    expect(document.activeElement?.id).toBe('one-time-code');
  });
});
