import type { CallResponse } from '@zit/contracts';
import { CALL_FORM, inWarsaw, type SheetOf } from '@zit/domain';
import { announcedCall } from '@zit/sample';
import {
  callActWords,
  callDeskWords,
  callListWords,
  createCallWords,
  publicCallWords,
  publishCallWords,
  questionWords,
} from '@zit/words.pl/call-page';
import { frameWords } from '@zit/words.pl/frame';
import { sessionWords } from '@zit/words.pl/session-page';
import type { Page } from 'playwright-core';
import { CallHands } from '../src/call-hands';
import { inspect } from '../src/inspect';
import { KeyboardAlone } from '../src/keyboard-alone';
import { signsIn } from '../src/keyboard-sign-in';
import { asks } from '../src/offer';
import { onStage } from '../src/visit';
import { becoming } from './every-screen-offers';

const stage = onStage();
const MINUTES = 60_000;
const TITLE = 'Centrum pisane klawiszami';
const CONTACT = 'Urząd Miasta Sopotu, parter.';
const WIDE = [1280, 860] as const;
const NARROW = [320, 640] as const;
const WEEK_MS = 7 * 24 * 60 * 60_000;

type Call = SheetOf<typeof CALL_FORM>;

/** Somebody who writes a call without a mouse. */
interface Writing {
  hands: KeyboardAlone;
  writer: CallHands;
  page: Page;
  /** Has the page looked over as it stands. @param name of its picture */
  looks: (name: string) => Promise<void>;
}

/** Short lists, weights of 99, and nobody to ask; the title is given when the call begins. */
function almostAll(): Call {
  const call = announcedCall(inWarsaw(new Date().toISOString()).date);
  const weights = [20, 64, 15];
  const list = call.criteria.list.slice(-3).map((each, index) => ({ ...each, weight: weights[index] ?? null }));
  return {
    ...call,
    basics: { ...call.basics, title: null },
    rules: { ...call.rules, ties: call.rules.ties.slice(-2) },
    criteria: { list },
    meetings: { ...call.meetings, attendance: call.meetings.attendance.slice(0, 1) },
    texts: { ...call.texts, contact: null },
  };
}

// After the first address of each visit nothing but keys goes to the page.
describe('a call by the keyboard alone', () => {
  it(
    'is begun, written, mended, published, explained, changed and read',
    async () => {
      const { page } = await stage.visit();
      const hands = new KeyboardAlone(page);
      const faults: string[] = [];
      const looks = async (name: string) => {
        faults.push(...(await inspect(page, name)));
        // The look went to the top of the page.
        hands.isMoved();
      };
      const writing: Writing = { hands, page, writer: new CallHands(hands), looks };
      await signsIn(hands, /Pracownik Gminy Miasta Sopotu/);
      await begins(writing);
      const id = new URL(page.url()).pathname.split('/')[2] ?? '';
      await writesAll(writing);
      await followsTheCheck(writing);
      await publishes(writing);
      await answers(writing, id);
      await changes(writing);
      await extendsDeadline(writing);
      faults.push(...(await readByAnybody()));
      expect([...hands.faults, ...faults]).toEqual([]);
    },
    3 * MINUTES,
  );
});

async function begins({ hands, page, looks }: Writing): Promise<void> {
  hands.at = 'start';
  await hands.presses(page.getByRole('navigation').getByRole('link', { name: frameWords.calls, exact: true }));
  hands.at = 'calls';
  await hands.presses(page.getByRole('button', { name: callListWords.create }));
  hands.at = 'new call';
  await dialogHasKeyboard(page);
  await looks('keyboard-call-new-1280');
  await hands.reaches(page.getByLabel(createCallWords.name));
  await hands.types(TITLE);
  await hands.key('Enter');
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
}

async function writesAll({ hands, writer, looks }: Writing): Promise<void> {
  const call = almostAll();
  for (const section of Object.keys(CALL_FORM.sections)) {
    hands.at = section;
    if (section !== 'basics') await writer.goesOn(section);
    await writer.writes(section, call);
    if (section === 'criteria') await looks('keyboard-call-criteria-1280');
  }
}

/** On a narrow screen the check lies over the work: it is opened, left, and leads to what is missing; then it mends. */
async function followsTheCheck({ hands, page, writer, looks }: Writing): Promise<void> {
  hands.at = 'check';
  await hands.turns(...NARROW);
  const bar = page.getByRole('button', { name: /^Sprawdzenie naboru: / });
  await hands.presses(bar);
  await hands.standsAt(page.getByRole('button', { name: callDeskWords.closeCheck }), 'opening the check');
  await looks('keyboard-call-check-320');
  await hands.key('Escape');
  await hands.standsAt(bar, 'closing the check');
  await writer.goes('criteria');
  await hands.presses(bar);
  const lead = page.getByRole('button', { name: callDeskWords.toFieldOf(writer.titleOf('texts')) });
  await hands.presses(lead.first());
  const contact = page.locator('#pole-texts-contact');
  await hands.standsAt(contact, 'following a finding');
  await hands.types(CONTACT);

  hands.at = 'mending';
  await hands.turns(...WIDE);
  const failing = page.locator('zit-call-check section[data-verdict=fail]');
  // The weights, and then the resolution, which has adopted other ones.
  for (const about of [/wagę/, /./]) {
    await hands.presses(failing.locator('button.fix').filter({ hasText: about }).first());
    await hands.standsAt(page.locator('#call-check-title'), 'a mend');
  }
  await failing.waitFor({ state: 'detached' });
}

async function publishes({ hands, page, looks }: Writing): Promise<void> {
  hands.at = 'publishing';
  await hands.presses(page.getByRole('link', { name: callDeskWords.goPublish }), 'Enter', 'Shift+Tab');
  await page.getByRole('heading', { level: 1, name: publishCallWords.title }).waitFor();
  await looks('keyboard-call-publish-1280');
  await hands.presses(page.getByRole('button', { name: publishCallWords.publish }));
  await page.getByText(/Ogłoszono nabór LC\/2264\/\d{4}\/\d+\./).waitFor();
}

/** Somebody asks; the answer, and then a better one. */
async function answers({ hands, page, looks }: Writing, id: string): Promise<void> {
  hands.at = 'questions';
  const { context } = await stage.visit();
  await becoming(context, stage.portal())('koordynator');
  const text = 'Czy ofertę można złożyć pocztą?';
  await asks(context, stage.portal())('POST', `/api/v1/calls/${id}/questions`, { id: crypto.randomUUID(), text });
  await hands.presses(page.getByRole('link', { name: callDeskWords.parts.questions }));
  const questions = page.locator('zit-call-questions');
  for (const [opens, says, sends] of [
    [questionWords.answer, 'Nie, tylko w portalu.', questionWords.answerSend],
    [questionWords.correct, 'Tylko w portalu, do terminu.', questionWords.correctSend],
  ] as const) {
    await hands.presses(questions.getByRole('button', { name: opens, exact: true }));
    await hands.standsAt(questions.locator('textarea[id^=answer-]'), `pressing „${opens}”`);
    await hands.types(says);
    await hands.presses(questions.getByRole('button', { name: sends }));
    await questions.getByText(says, { exact: true }).waitFor();
    await hands.standsAt(questions.locator('article'), `pressing „${sends}”`);
  }
  await looks('keyboard-call-questions-1280');
}

/** An annex, with its reason. */
async function changes({ hands, page, writer, looks }: Writing): Promise<void> {
  hands.at = 'annex';
  const dialog = page.getByRole('dialog');
  await hands.presses(page.getByRole('button', { name: callActWords.annex }), 'Enter', 'Shift+Tab');
  await dialogHasKeyboard(page);
  await hands.presses(dialog.getByRole('button', { name: callActWords.annexGo }));
  await dialog.waitFor({ state: 'detached' });
  await writer.goes('texts');
  await hands.reaches(page.locator('#pole-texts-contact'));
  await hands.types('Urząd Miasta Sopotu, pierwsze piętro.');
  await hands.presses(page.getByRole('link', { name: callDeskWords.goPublishAnnex }), 'Enter', 'Shift+Tab');
  const publish = page.getByRole('button', { name: publishCallWords.publishAnnex });
  await hands.presses(publish);
  await hands.standsAt(page.locator('zit-error-summary :focus'), 'a refusal');
  await hands.presses(page.getByRole('link', { name: publishCallWords.reasonMissing }));
  await hands.standsAt(page.locator('#publish-reason'), 'following a refusal');
  await hands.types('Urząd przeniósł stanowisko.');
  await looks('keyboard-call-annex-1280');
  await hands.presses(publish);
  await page.getByText(publishCallWords.publishedAnnex).waitFor();
}

async function extendsDeadline({ hands, page, writer, looks }: Writing): Promise<void> {
  hands.at = 'extending';
  const id = new URL(page.url()).pathname.split('/')[2] ?? '';
  const { deadlineAt } = (await (await page.request.get(`/api/v1/calls/${id}`)).json()) as CallResponse;
  const opener = page.getByRole('button', { name: callActWords.extend });
  await hands.presses(opener);
  await dialogHasKeyboard(page);
  const extend = page.getByRole('dialog').getByRole('button', { name: callActWords.extendGo });
  await hands.presses(extend);
  await hands.presses(page.getByRole('link', { name: callActWords.missing.moment }));
  await hands.standsAt(page.locator('#act-deadline'), 'following a refusal');
  await writer.putsMoment('act-deadline', new Date(Date.parse(deadlineAt ?? '') + WEEK_MS).toISOString());
  await hands.reaches(page.getByLabel(callActWords.reason));
  await hands.types('Awaria sieci w całym mieście.');
  await looks('keyboard-call-extend-1280');
  await hands.presses(extend);
  await page.getByText(callActWords.done.extend).waitFor();
  await hands.standsAt(opener, 'extending');
}

/** A dialog takes the keyboard in when it has come. */
const dialogHasKeyboard = (page: Page) => page.locator('[role=dialog]:focus, [role=dialog] :focus').first().waitFor();

/** Anybody goes from the first page through the whole call: its deadline, its files, its editions. */
async function readByAnybody(): Promise<string[]> {
  const { page } = await stage.visit();
  const hands = new KeyboardAlone(page);
  hands.at = 'reading';
  await page.goto('/');
  await hands.presses(page.getByRole('link', { name: sessionWords.calls }));
  await hands.presses(page.getByRole('link', { name: TITLE }));
  await page.getByText(publicCallWords.whatCounts).waitFor();
  const json = page.locator('aside').getByRole('link', { name: publicCallWords.json(3) });
  await hands.reaches(page.locator('zit-editions').getByRole('button', { name: publicCallWords.copySha(1) }));
  await hands.reaches(page.locator('aside a').filter({ hasText: publicCallWords.calendar }));
  await hands.reaches(json);
  const saving = page.waitForEvent('download');
  await hands.key('Enter');
  await (await saving).path();
  return [...hands.faults];
}
