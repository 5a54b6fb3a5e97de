// What others did to an assessment between two readings of it: an assessor may not read the history of the case, so it is
// told from what stands there now and did not before.
import { useTranslations } from 'use-intl'
import type { CaseView } from '../case/read'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { scoredOf, type Task } from './read'

export function Since({ before, now }: { before: Task | undefined; now: CaseView }) {
  const words = useTranslations('assess')
  const lines = useLines(before, 'assessment' in now ? now : undefined)
  return (
    <ul className="plain-list merge">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length === 0 && <li>{words('meanwhile.other')}</li>}
    </ul>
  )
}

function useLines(before: Task | undefined, now: Task | undefined): string[] {
  const words = useTranslations('assess')
  const frame = useTranslations('frame')
  const names = useNames()
  const { day } = useDays()
  if (!before || !now) return []
  const [then, since] = [scoredOf(before), scoredOf(now)]
  const who = (users: string[]) => now.assessment.assessors.filter(({ user }) => users.includes(user)).map(({ name }) => name).join(frame('comma'))
  const added = <One extends { number: number }>(had: One[] = [], has: One[] = []) => has.filter(({ number }) => !had.some((known) => known.number === number))
  const records = added(then?.records, since?.records)
  const files = added(then?.files, since?.files)
  const log = (since?.log ?? []).slice(then?.log?.length ?? 0)
  const visits = now.assessment.visits.slice(before.assessment.visits.length)
  const changed = (part: 'plan' | 'sheets' | 'vetoes' | 'settlements') => JSON.stringify(then?.[part]) !== JSON.stringify(since?.[part])
  return [
    ...records.map((each) => words('meanwhile.record', { who: who(each.assessors), day: day(each.on), method: names.value('VisitMethod', each.method), place: each.place })),
    ...visits.map((each) => words('meanwhile.visit', { day: day(each.on), method: names.value('VisitMethod', each.method) })),
    ...log.map((each) => words('meanwhile.log', { day: day(each.on), what: each.what })),
    ...(files.length > 0 ? [words('meanwhile.files', { count: files.length })] : []),
    ...(['plan', 'sheets', 'vetoes', 'settlements'] as const).filter(changed).map((part) => words(`meanwhile.${part}`)),
    ...(JSON.stringify(before.assessment.integration) !== JSON.stringify(now.assessment.integration) ? [words('meanwhile.integration')] : []),
    ...(JSON.stringify(before.assessment.report) !== JSON.stringify(now.assessment.report) ? [words('meanwhile.report')] : []),
  ]
}
