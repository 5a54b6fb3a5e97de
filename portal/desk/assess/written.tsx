// What was written into the form of something that waits, with the names of those it speaks of.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { typeAt } from '../acts/form/model'
import { Given, Titles } from '../acts/given'
import type { Waiting } from './device/waiting'
import { taskQuery } from './read'

const BODY_OF: Partial<Record<Waiting['act'], string>> = {
  record_assessment_work: 'RecordAssessmentWork',
  visit_for_assessment: 'VisitForAssessment',
  log_integration: 'LogIntegration',
}

export function bodyType({ act }: Waiting) {
  return typeAt(BODY_OF[act] ?? '')
}

export function Written({ each }: { each: Waiting }) {
  if (each.wanted.is !== 'act') return null
  return (
    <WithNames each={each}>
      <Given type={bodyType(each)} value={each.wanted.body} />
    </WithNames>
  )
}

export function WithNames({ each, children }: { each: Waiting; children: ReactNode }) {
  const task = useQuery(taskQuery(each.case)).data
  const names = Object.fromEntries((task?.assessment.assessors ?? []).map(({ user, name }) => [user, name]))
  return <Titles value={names}>{children}</Titles>
}
