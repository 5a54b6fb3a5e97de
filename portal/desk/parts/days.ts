// Days in the language chosen, with the office's own legal day as "today".
import { daysBetween, showDay, showDayWithWeekday, showInstant } from '../../shared/dates'
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
    /** Days until then; negative once it has passed. */
    until: (day: string) => (today ? daysBetween(today, day) : undefined),
  }
}
