import type { CallPhase } from '@zit/contracts';
import type { Instant } from '@zit/domain';

/** The deadline of a call, as a calendar keeps it. */
export interface CalendarEvent {
  /** Of the call: the same in every edition and in every installation that holds it. */
  id: string;
  /** Number of the edition, from 1. */
  edition: number;
  publishedAt: Instant;
  deadlineAt: Instant;
  phase: CallPhase;
  summary: string;
  description: string;
  /** Address of the public page. */
  address: string;
}

/** A line holds 75 octets at most; the next one begins with a space (RFC 5545, 3.1). */
const OCTETS = 75;

/** One event without length at the deadline, in UTC (RFC 5545). A later edition replaces the earlier by its UID. */
export function calendarFile(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Portal ZIT//Nabory//PL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${event.id}`,
    `DTSTAMP:${utc(event.publishedAt)}`,
    `SEQUENCE:${event.edition - 1}`,
    `DTSTART:${utc(event.deadlineAt)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `URL:${event.address}`,
    `STATUS:${event.phase === 'ANNULLED' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20150331T133000Z`; a calendar knows whole seconds. */
const utc = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');

/** Broken between characters, never inside one. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > OCTETS) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n');
}
