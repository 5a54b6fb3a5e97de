// A case that is accepted, by the interface alone: for stories that begin where papers and checks are done.
import { expect, type APIRequestContext } from '@playwright/test'
import { application } from './cast'
import type { Office } from './office'
import { scan } from './scan'
import { act, filePaper, openCase, today, type Session } from './service'

interface ListSlot {
  paper: string
  party?: string | null
  demand: string
  state: string
  proof: string[]
}

/** Opens the case of a foundling of an institution, brings every paper that is required, checks, and accepts. */
export async function openAccepted(request: APIRequestContext, office: Office, session: Session): Promise<string> {
  const id = await openCase(request, office, session, application())
  const headers = { authorization: `Bearer ${session.access_token}` }
  const answer = await request.get(`${office.base}/v1/cases/${id}/checklist`, { headers })
  const { slots } = (await answer.json()) as { slots: ListSlot[] }
  const wanted = slots.filter((slot) => slot.demand === 'required' && slot.state === 'missing')
  expect(wanted.length).toBeGreaterThan(0)
  for (const [place, { paper, party, proof }] of wanted.entries()) {
    const query = new URLSearchParams(party ? { paper, party } : { paper })
    await filePaper(request, office, session, id, query.toString(), scan(paper), 'application/pdf')
    await act(request, office, session, id, `papers/${place + 1}/verification`, { compared_with: proof[0] })
  }
  const checked_on = await today(request, office, session)
  for (const [check, party] of [
    ['criminal_record', 'adopter_1'],
    ['criminal_record', 'adopter_2'],
    ['missing_children', 'child'],
  ]) {
    await act(request, office, session, id, 'checks', { check, party, source: '练习县公安局查询回执 0001', checked_on, outcome: 'clear' })
  }
  await act(request, office, session, id, 'acceptance', {})
  return id
}
