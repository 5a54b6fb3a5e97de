// Who goes to which pages, so that each has something to show: a case that is accepted and on notice, one in the middle of
// its assessment, a family that follows its own, a draft of an application.
import type { APIRequestContext, Page } from '@playwright/test'
import { begin } from '../tests/family/draft'
import { openFamilyCase, openStatus } from '../tests/family/family'
import { openAccepted } from '../tests/support/accepted'
import { Story } from '../tests/support/assessment'
import type { Office } from '../tests/support/office'
import { ELSEWHERE, FAMILY_ELSEWHERE, FAMILY_PAGES, PAGES, TASK_PAGES } from '../tests/support/pages'
import { act, signIn, today, type Role } from '../tests/support/service'
import { enter } from '../tests/support/test'
import { DESK, FAMILY, type Aim } from './profiles'

export interface Visit {
  /** Walks in. */
  prepare: (page: Page) => Promise<void>
  paths: string[]
  aim: Aim
}

export async function everyVisit(request: APIRequestContext, office: Office): Promise<Visit[]> {
  const story = await Story.assessed(request, office)
  const registrar = await signIn(request, office, 'registrar')
  const id = await openAccepted(request, office, registrar)
  await act(request, office, registrar, id, 'public-notice', { newspaper: '练习日报第4版', published_on: await today(request, office, registrar) })
  const { notices } = (await (await request.get(`${office.base}/v1/public/notices`)).json()) as { notices: { notice: string }[] }
  const family = await openFamilyCase(request, office)
  const [papers = '', scores = ''] = ELSEWHERE
  const ofFamily = (paths: string[], prepare: Visit['prepare']): Visit => ({ prepare, paths, aim: FAMILY })
  const ofDesk = (role: Role, paths: string[], of: string): Visit => ({
    prepare: (page) => enter(page, office, role, '/rules'),
    paths: paths.map((path) => `/desk${path.replace('CASE', of)}`),
    aim: DESK,
  })
  return [
    ofFamily(FAMILY_PAGES, async () => {}),
    ofFamily(['/my'], (page) => openStatus(page, office, family)),
    ofFamily(FAMILY_ELSEWHERE.map((path) => path.replace('NOTICE', notices[0]?.notice ?? '')), async (page) => void (await begin(page, office))),
    { prepare: async () => {}, paths: ['/desk'], aim: DESK },
    ...PAGES.map(([role, paths]) => ofDesk(role, paths, id)),
    ofDesk('registrar', [papers], id),
    ofDesk('assessor', [...TASK_PAGES, scores], story.id),
  ]
}
