/**
 * The reason of a closed button: read where the button points to, and only when the keyboard still reaches it; null
 * when there is no such button. For specs only.
 */
export function reasonOf(page: HTMLElement, name: string): string | null {
  const button = [...page.querySelectorAll<HTMLButtonElement>('button[aria-disabled=true]')].find(
    (each) => each.textContent?.trim() === name,
  );
  if (!button || button.disabled || button.tabIndex < 0) return null;
  return page.querySelector(`#${button.getAttribute('aria-describedby')}`)?.textContent ?? null;
}
