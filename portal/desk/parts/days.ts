// Days in the language chosen, with the office's own legal day as "today".
import { beijing, daysBetween, inBeijing, showDay, showDayWithWeekday, showInstant } from '../../shared/dates'
import { useLanguage } from '../../shared/words/provider'
import { useOffice } from '../session/state'

export function useDays() {
  const language = useLanguage()
  const today = useOffice()?.today
  return {
    today,
    day: (day: string) => showDay(day, language, today),
    weekday: (day: string) => showDayWithWeekday(day, language),
    instant: (instant: string) => showInstant(instant, language),
    /** A time as the service writes it, on its own clock. */
    written: (text: string) => showInstant(inBeijing(text), language),
    /** Days until a day of the calendar on the wall, which a practice office's own day has nothing to do with. */
    untilByClock: (day: string) => daysBetween(beijing(new Date()), day),
    /** Days until then; negative once it has passed. */
    until: (day: string) => (today ? daysBetween(today, day) : undefined),
  }
}
