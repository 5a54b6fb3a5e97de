// Dates as people write them. A legal day arrives as `2026-03-23` and belongs to Shanghai; it is taken apart as text,
// so that no clock of the device can move it.
import type { Language } from './manners'

interface Day {
  year: number
  month: number
  day: number
}

export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (!parts) return undefined
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }
}

function utc({ year, month, day }: Day): Date {
  return new Date(Date.UTC(year, month - 1, day))
}

/** `2026年3月2日`, `2 March 2026`; within the year of `today` without the year. */
export function showDay(text: string, language: Language, today?: string): string {
  const day = parseDay(text)
  if (!day) return text
  const sameYear = today !== undefined && parseDay(today)?.year === day.year
  if (language === 'zh-CN') return `${sameYear ? '' : `${day.year}年`}${day.month}月${day.day}日`
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone: 'UTC' }
  return new Intl.DateTimeFormat('en-GB', sameYear ? options : { ...options, year: 'numeric' }).format(utc(day))
}

/** `3月23日 星期一` */
export function showDayWithWeekday(text: string, language: Language): string {
  const day = parseDay(text)
  if (!day) return text
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(utc(day))
  return language === 'zh-CN' ? `${showDay(text, language)} ${weekday}` : `${weekday}, ${showDay(text, language)}`
}

/** Days from one legal day to another, in the calendar. */
export function daysBetween(from: string, to: string): number {
  const [first, last] = [parseDay(from), parseDay(to)]
  if (!first || !last) return Number.NaN
  return Math.round((utc(last).getTime() - utc(first).getTime()) / 86_400_000)
}

/** An instant on Shanghai's clock: `3月20日 14:05`. */
export function showInstant(text: string, language: Language): string {
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) return text
  const options: Intl.DateTimeFormatOptions = {
    month: language === 'zh-CN' ? 'numeric' : 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }
  if (language === 'en') return new Intl.DateTimeFormat('en-GB', options).format(instant)
  const parts = new Map(
    new Intl.DateTimeFormat('zh-CN', options).formatToParts(instant).map((part) => [part.type, part.value]),
  )
  return `${parts.get('month')}月${parts.get('day')}日 ${Number(parts.get('hour'))}:${parts.get('minute')}`
}

/** The service writes its clock's time, `2026-03-02 09:30:00`, which is Beijing's wherever the device is. */
export function inBeijing(text: string): string {
  return /(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text.replace(' ', 'T')}+08:00`
}

/** An instant as the service would write it. */
export function beijing(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(instant)
}

/** Takes `20190304`, `2019-3-4`, `2019.3.4`, `2019年3月4日`, also in full width; answers `2019-03-04` if there is such a day. */
export function readDay(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').trim()
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain)
  if (!parts) return undefined
  const day = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }
  const date = utc(day)
  if (date.getUTCMonth() !== day.month - 1 || date.getUTCDate() !== day.day) return undefined
  return date.toISOString().slice(0, 10)
}

/** Takes `9:30`, `09:30`, `0930`, `09:30:00`, also in full width; answers `09:30:00` if there is such a time of day. */
export function readTime(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').trim()
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  if (!parts) return undefined
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')
}

/** `9:30`, as people write a time of day; what is none stays as it is. */
export function showTime(text: string): string {
  const parts = /^(\d{2}):(\d{2}):\d{2}/.exec(text)
  return parts ? `${Number(parts[1])}:${parts[2]}` : text
}
