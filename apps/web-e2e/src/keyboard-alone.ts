import type { ElementHandle, Locator, Page } from 'playwright-core';
import { lookAtFocus, type FocusLook } from './focus-look';

/** So many stops of Tab are more than any page has. */
const MOST_STOPS = 260;
const SETTLES_MS = 3_000;

/** Somebody without a mouse: goes from stop to stop, and looks at each how the keyboard stands there. */
export class KeyboardAlone {
  /** What was wrong on the way, each once. */
  readonly faults = new Set<string>();
  stops = 0;
  private turned = false;
  private last = 'the first look';
  /** Part of the story, in the words of a fault. */
  at = '';

  constructor(readonly page: Page) {}

  /** Presses Tab until this has the keyboard. @throws when it never gets it */
  async reaches(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    let element = await this.handle(wanted);
    await this.standsSomewhere();
    const way: string[] = [];
    const judged = !this.turned;
    this.turned = false;
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const { there, gone, what } = await this.looks(element, stop > 0 || judged);
      if (there) return;
      if (gone) element = await this.handle(wanted);
      way.push(what);
      await this.page.keyboard.press(key);
      this.stops += 1;
    }
    throw new Error(`${this.at}: ${key} never comes to ${String(wanted)}; the way: ${way.slice(-40).join(', ')}`);
  }

  /** Comes to it and presses a key there. */
  async presses(wanted: Locator, key = 'Enter', by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.reaches(wanted, by);
    await this.key(key);
    this.last = `${key} at ${String(wanted)}`;
  }

  /** The screen is another now; what had the keyboard may have moved off it, as the page with everything else. */
  async turns(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
    this.isMoved();
  }

  /** The page was scrolled by somebody else; where the keyboard stands now is no fault of its own. */
  isMoved(): void {
    this.turned = true;
  }

  async key(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Writes over whatever stands in the field that has the keyboard. */
  async types(text: string): Promise<void> {
    await this.key('Control+A');
    await this.page.keyboard.type(text);
  }

  /** What has the keyboard is this; told as a fault otherwise. */
  async standsAt(wanted: Locator, after: string): Promise<void> {
    const element = await this.handle(wanted);
    const came = await this.page
      .waitForFunction((node) => document.activeElement === node, element, { timeout: SETTLES_MS })
      .catch(() => null);
    if (came) return;
    const { what } = await this.looks(element);
    this.faults.add(`${this.at}: after ${after} the keyboard stands at ${what}, not at ${String(wanted)}`);
  }

  /** An act must not throw the keyboard back to the beginning of the page. */
  private async standsSomewhere(): Promise<void> {
    const somewhere = await this.page
      .waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: SETTLES_MS })
      .catch(() => null);
    if (!somewhere && this.stops > 0) this.faults.add(`${this.at}: the keyboard is lost after ${this.last}`);
  }

  private async looks(wanted: ElementHandle | null, judged = true): Promise<FocusLook> {
    const look = await this.page.evaluate(lookAtFocus, wanted as ElementHandle<Element> | null);
    for (const fault of judged ? look.faults : []) this.faults.add(`${this.at}: ${look.what} ${fault}`);
    return look;
  }

  private async handle(wanted: Locator): Promise<ElementHandle<HTMLElement | SVGElement>> {
    await wanted.waitFor({ state: 'attached' });
    const found = await wanted.elementHandle();
    if (!found) throw new Error(`${String(wanted)} went away`);
    return found;
  }
}
