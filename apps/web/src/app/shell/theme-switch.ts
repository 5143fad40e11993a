import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { frameWords } from '@zit/words.pl/frame';
import { Icon, type IconName } from '../ui/icon';
import { ThemeChoice, type Theme } from './theme';

const ICONS: Record<Theme, IconName> = { auto: 'contrast', light: 'sun', dark: 'moon' };

@Component({
  selector: 'zit-theme-switch',
  imports: [Icon, MatIconButton],
  template: `
    <button matIconButton type="button" [attr.aria-label]="label()" [title]="label()" (click)="choice.next()">
      <zit-icon [name]="icon()" />
    </button>
  `,
})
export class ThemeSwitch {
  protected readonly choice = inject(ThemeChoice);
  protected readonly icon = computed(() => ICONS[this.choice.theme()]);
  protected readonly label = computed(() => frameWords.theme.label(frameWords.theme[this.choice.theme()]));
}
