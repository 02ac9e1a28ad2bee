/** When a change may start. Days are those on which the window opens; it may end on the next day. */
export interface WindowTimes {
  /** Cron expressions of the moments at which it opens and closes, in the window's own time zone. */
  readonly opens: string;
  readonly closes: string;
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const SHAPE = /^(?:(\S+) )?([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;

/** Reads `Mon-Thu 02:00-05:00`, `Sat,Sun 22:00-04:00` or `02:00-05:00` (every day). Undefined: not of this form. */
export function parseWindow(allow: string): WindowTimes | undefined {
  const match = SHAPE.exec(allow.trim());
  if (!match) return undefined;
  const [, dayText = 'Sun-Sat', fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = match;
  const days = parseDays(dayText);
  const from = `${fromHour}:${fromMinute}`;
  const to = `${toHour}:${toMinute}`;
  if (!days || from === to) return undefined;
  const lastDays = to < from ? days.map((day) => (day + 1) % 7) : days;
  return { opens: cron(fromMinute, fromHour, days), closes: cron(toMinute, toHour, lastDays) };
}

function cron(minute: string, hour: string, days: readonly number[]): string {
  return `${Number(minute)} ${Number(hour)} * * ${days.join(',')}`;
}

function parseDays(text: string): readonly number[] | undefined {
  const days: number[] = [];
  for (const range of text.toLowerCase().split(',')) {
    const [first = '', last = first, ...more] = range.split('-');
    const from = DAYS.indexOf(first);
    const to = DAYS.indexOf(last);
    if (from < 0 || to < 0 || more.length > 0) return undefined;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to) break;
    }
  }
  return [...new Set(days)].sort();
}
