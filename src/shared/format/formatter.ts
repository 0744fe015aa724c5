const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** As Windows counts them. */
const KILOBYTE = 1_024;
const MEGABYTE = 1_048_576;

/** How numbers, moments and lengths of time are written for one person. Moments stand in this computer's time zone. */
export interface Formatter {
  /** `1,234`, or `1.234` in Germany. */
  readonly number: (value: number) => string;
  /** `1 device`, `1,234 devices`. */
  readonly count: (value: number, one: string, many: string) => string;
  /** `12.3 MB`. */
  readonly megabytes: (bytes: number) => string;
  /** The same for files that may be small: `214 KB` below one megabyte, as Windows rounds up. */
  readonly fileSize: (bytes: number) => string;
  /** As short as it stays clear: the time today, day and time this year, else the day with its year. */
  readonly shortInstant: (at: Date | string, now: Date) => string;
  /** `22 Nov, 20:31`, where the year is clear. */
  readonly dayAndTime: (at: Date | string) => string;
  /** `22 Nov`, where the year is clear. */
  readonly day: (at: Date | string) => string;
  /** `22 Nov 2026`. */
  readonly wholeDay: (at: Date | string) => string;
  /** The time alone, where the day is clear. */
  readonly time: (at: Date | string) => string;
  /** `22 Nov 2026, 20:31`. */
  readonly instant: (at: Date | string) => string;
  /** With the day of the week, and to the second. */
  readonly longInstant: (at: Date | string) => string;
  /** A length of time, rounded down: `less than a minute`, `18 min`, `3 hr`, `12 days`. */
  readonly duration: (milliseconds: number) => string;
  /** The nearest whole minutes, at least one: `1 minute`, `75 minutes`; in short `75 min`. */
  readonly minutes: (milliseconds: number, style?: 'long' | 'short') => string;
  /** A running time as a stopwatch shows it: `18:42`, `1:02:07`. */
  readonly stopwatch: (milliseconds: number) => string;
  /** The same without hours, so that times of a board compare at a glance: `18:42`, `71:03`. */
  readonly minutesAndSeconds: (milliseconds: number) => string;
}

/**
 * The one way in which Reseal writes numbers, moments and lengths of time.
 *
 * Figures follow the person's locale. Words are English like the sentences that they stand in, so names of months and
 * units are those of the English of the person's region: `en-DE` for `de-DE`, with its order of day and month.
 *
 * @param locale BCP 47, such as `de-DE`
 * @throws RangeError on first use where it is not BCP 47
 */
export function createFormatter(locale: string): Formatter {
  // The first of these costs as much as opening the queue: a command that writes no date makes none.
  const english = once(() => englishOf(locale));
  const figures = once(() => new Intl.NumberFormat(locale, { numberingSystem: 'latn' }));
  const oneDecimal = once(() => new Intl.NumberFormat(locale, { numberingSystem: 'latn', maximumFractionDigits: 1 }));
  const moments = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(english(), { ...options, ...hoursOf(locale) }));
  const time = moments({ timeStyle: 'short' });
  const wholeDay = moments({ dateStyle: 'medium' });
  const dayAlone = moments({ day: 'numeric', month: 'short' });
  const dayAndTime = moments({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  const dayYearAndTime = moments({ dateStyle: 'medium', timeStyle: 'short' });
  const everything = moments({ dateStyle: 'full', timeStyle: 'medium' });
  const short = once(() => new Intl.DurationFormat(english(), { style: 'short' }));
  const long = once(() => new Intl.DurationFormat(english(), { style: 'long' }));
  const hoursAndMinutes = once(() => new Intl.DurationFormat(english(), { style: 'digital' }));
  // The digital style pads minutes, and so writes 08:42.
  const minutesAlone = once(
    () => new Intl.DurationFormat(english(), { minutes: 'numeric', minutesDisplay: 'always', seconds: '2-digit' }),
  );

  const number = (value: number) => figures().format(value);
  const megabytes = (bytes: number) => `${oneDecimal().format(bytes / MEGABYTE)} MB`;

  return {
    number,
    count: (value, one, many) => `${number(value)} ${value === 1 ? one : many}`,
    megabytes,
    fileSize: (bytes) => (bytes < MEGABYTE ? `${number(Math.ceil(bytes / KILOBYTE))} KB` : megabytes(bytes)),
    shortInstant(at, now) {
      const moment = new Date(at);
      if (moment.toDateString() === now.toDateString()) return time().format(moment);
      return (moment.getFullYear() === now.getFullYear() ? dayAndTime() : wholeDay()).format(moment);
    },
    dayAndTime: (at) => dayAndTime().format(new Date(at)),
    day: (at) => dayAlone().format(new Date(at)),
    wholeDay: (at) => wholeDay().format(new Date(at)),
    time: (at) => time().format(new Date(at)),
    instant: (at) => dayYearAndTime().format(new Date(at)),
    longInstant: (at) => everything().format(new Date(at)),
    duration(milliseconds) {
      if (milliseconds < MINUTE_MS) return 'less than a minute';
      if (milliseconds < 2 * HOUR_MS) return short().format({ minutes: Math.floor(milliseconds / MINUTE_MS) });
      if (milliseconds < 2 * DAY_MS) return short().format({ hours: Math.floor(milliseconds / HOUR_MS) });
      return short().format({ days: Math.floor(milliseconds / DAY_MS) });
    },
    minutes: (milliseconds, style = 'long') =>
      (style === 'long' ? long() : short()).format({ minutes: Math.max(1, Math.round(milliseconds / MINUTE_MS)) }),
    stopwatch(milliseconds) {
      const all = Math.max(0, Math.floor(milliseconds / SECOND_MS));
      const time = { hours: Math.floor(all / 3_600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 };
      return (time.hours === 0 ? minutesAlone() : hoursAndMinutes()).format(time);
    },
    minutesAndSeconds(milliseconds) {
      const all = Math.max(0, Math.floor(milliseconds / SECOND_MS));
      return minutesAlone().format({ minutes: Math.floor(all / 60), seconds: all % 60 });
    },
  };
}

function englishOf(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  if (language === 'en') return locale;
  const ofRegion = `en-${region ?? '001'}`;
  // Asked for an English it does not know, such as that of Thailand, Intl gives that of the United States.
  return new Intl.DateTimeFormat(ofRegion).resolvedOptions().locale === ofRegion ? ofRegion : 'en-001';
}

/** 12 or 24 hours as the person writes them, which the English of the world does not know. */
function hoursOf(locale: string): Pick<Intl.DateTimeFormatOptions, 'hourCycle'> {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).resolvedOptions();
  return hourCycle === undefined ? {} : { hourCycle };
}

function once<Value extends string | object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
