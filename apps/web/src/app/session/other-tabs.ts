import { Injectable } from '@angular/core';

/** `prolonged`: the session lasts longer than the other tabs know. `changed`: it looks with other eyes or another hat. */
export type TabNews = 'prolonged' | 'changed';

/** Tabs of one browser share the session: one that did something to it tells the others, and nothing else. */
@Injectable({ providedIn: 'root' })
export class OtherTabs {
  /** One channel for both ways: it does not hear itself. */
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('zit-session');

  tell(news: TabNews): void {
    this.channel?.postMessage(news);
  }

  hear(news: TabNews, look: () => void): void {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === news) look();
    });
  }
}
