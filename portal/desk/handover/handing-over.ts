// The sending of a handover: one act for each case, one after the other, each on the version that was listed.
import { useState } from 'react'
import { ifMatch, service, type Schemas } from '../../shared/api/client'
import { ProblemError, take } from '../../shared/api/problem'
import { useCaseChanged } from '../case/read'

export type Outcome = { done: true } | { done: false; why: string }

export function useHandingOver() {
  const changed = useCaseChanged()
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState(new Map<string, Outcome>())
  const handOver = async (cases: Schemas['LedgerLine'][], officer: string, reason: string) => {
    setBusy(true)
    const told = new Map<string, Outcome>()
    for (const line of cases) {
      told.set(line.case_id, await one(line, officer, reason))
      setOutcomes(new Map(told))
    }
    setBusy(false)
    await Promise.all(cases.filter(({ case_id: id }) => told.get(id)?.done).map(({ case_id: id }) => changed(id)))
  }
  return { handOver, busy, outcomes }
}

async function one({ case_id: id, version }: Schemas['LedgerLine'], officer: string, reason: string): Promise<Outcome> {
  try {
    await take(
      service.POST('/v1/cases/{case}/officer', {
        params: { path: { case: id }, header: { 'If-Match': ifMatch(version), 'Idempotency-Key': crypto.randomUUID() } },
        body: { officer, reason },
      }),
    )
    return { done: true }
  } catch (error) {
    if (!(error instanceof ProblemError)) return { done: false, why: String(error) }
    return { done: false, why: error.violations[0]?.message ?? error.problem.title }
  }
}
