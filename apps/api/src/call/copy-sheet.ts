import { CALL_FORM, parsePath, type SheetValues } from '@zit/domain';

/** Fields of a call that a later one may begin with, by section and list; dates, evidence and answers are its own. */
const COPIED: Readonly<Record<string, readonly string[]>> = {
  basics: ['purpose', 'tasks', 'centres', 'capGrosze', 'legalRegime', 'memberSectors'],
  rules: ['ruleSet', 'thresholdPoints', 'quorum', 'conflictPolicy', 'scoringBody', 'appealDays'],
  'rules.ties': ['by'],
  'criteria.list': ['code', 'name', 'guidance', 'weight', 'kind'],
  'consultations.list': ['body', 'name'],
  notice: ['text', 'days', 'dayKind'],
  'notice.channels': ['kind', 'name'],
  texts: ['documents', 'procedure', 'contact', 'personalData'],
};

/** Of another call's values those with which a new one may begin; items keep their ids. */
export function copiedValues(values: SheetValues): SheetValues {
  const copied: Record<string, SheetValues[string]> = {};
  for (const [path, value] of Object.entries(values)) {
    const at = parsePath(CALL_FORM, path);
    if (!at || value === null) continue;
    const { section, list, item, field } = at;
    const fields = COPIED[list === null ? section : `${section}.${list}`];
    const present = item === null || (values[`${section}.${list}.${item}`] ?? null) !== null;
    if (fields && present && (field === null || fields.includes(field))) copied[path] = value;
  }
  return copied;
}
