/** Only places inside the portal: a link from outside may not send people elsewhere. */
export function destination(wanted: string | undefined): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted)) return '/';
  return /^\/(logowanie|drugi-skladnik)\b/.test(wanted) ? '/' : wanted;
}
