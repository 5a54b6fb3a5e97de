// The addresses of the desk. Each page is read when it is come to; no address has a name or a case number in it.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router'
import { Frame } from './frame/frame'
import { firstPage } from './frame/menu'
import { Ledger } from './ledger/ledger'
import { NotFound } from './parts/not-found'
import { useMe } from './session/state'
import { Today } from './today/today'

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound })

function First() {
  const me = useMe()
  return me ? <Navigate to={firstPage(me.roles)} replace /> : null
}

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component })

const searchPage = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: (given: Record<string, unknown>) => ({ at: Number(given['at'] ?? 0) }),
  component: lazyRouteComponent(() => import('./search/search'), 'Search'),
})

const actPage = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id/acts/$act',
  // What the person came for, in words of the interface.
  validateSearch: ({ paper, party, number }: Record<string, unknown>): { paper?: string; party?: string; number?: number } => ({
    ...(typeof paper === 'string' && { paper }),
    ...(typeof party === 'string' && { party }),
    ...(typeof number === 'number' && { number }),
  }),
  component: lazyRouteComponent(() => import('./acts/act-page'), 'ActPage'),
})

/** The pages of an assessor, in the room that keeps what they write. */
const room = createRoute({ getParentRoute: () => root, path: '/tasks', component: lazyRouteComponent(() => import('./assess/room'), 'Room') })

const within = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => room, path, component })

const tree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: First }),
  createRoute({ getParentRoute: () => root, path: '/today', component: Today }),
  // What a search found is a ledger too, so that it comes with them both.
  createRoute({ getParentRoute: () => root, path: '/cases', component: Ledger }),
  searchPage,
  page('/cases/$id', lazyRouteComponent(() => import('./case/case'), 'CasePage')),
  page('/cases/$id/$tab', lazyRouteComponent(() => import('./case/case'), 'CasePage')),
  actPage,
  page('/cases/$id/papers/$number/verify', lazyRouteComponent(() => import('./verify/verify'), 'Verify')),
  page('/intake', lazyRouteComponent(() => import('./intake/intake'), 'Intake')),
  page('/drafts', lazyRouteComponent(() => import('./drafts/drafts'), 'Drafts')),
  page('/deadlines', lazyRouteComponent(() => import('./deadlines/deadlines'), 'Deadlines')),
  page('/approvals', lazyRouteComponent(() => import('./approvals/approvals'), 'Approvals')),
  page('/approvals/$id', lazyRouteComponent(() => import('./approvals/approval'), 'Approval')),
  page('/donation-holds', lazyRouteComponent(() => import('./donations/holds'), 'Holds')),
  page('/donations', lazyRouteComponent(() => import('./donations/donations'), 'Donations')),
  page('/donations/report', lazyRouteComponent(() => import('./donations/report'), 'DonationReport')),
  page('/archive', lazyRouteComponent(() => import('./archive/archive'), 'Archive')),
  page('/archive/$id', lazyRouteComponent(() => import('./archive/volume'), 'Volume')),
  page('/visits', lazyRouteComponent(() => import('./visitor/visits'), 'Visits')),
  page('/counter', lazyRouteComponent(() => import('./counter/counter'), 'Counter')),
  page('/chains', lazyRouteComponent(() => import('./audit/chains'), 'Chains')),
  page('/people', lazyRouteComponent(() => import('./people/people'), 'People')),
  page('/office', lazyRouteComponent(() => import('./office/office'), 'OfficePage')),
  page('/calendars', lazyRouteComponent(() => import('./office/calendars'), 'Calendars')),
  room.addChildren([
    within('/', lazyRouteComponent(() => import('./assess/tasks'), 'Tasks')),
    within('/waiting', lazyRouteComponent(() => import('./assess/waiting'), 'WaitingPage')),
    within('/$id', lazyRouteComponent(() => import('./assess/task'), 'TaskPage')),
    within('/$id/$tab', lazyRouteComponent(() => import('./assess/task'), 'TaskPage')),
    within('/$id/acts/$act', lazyRouteComponent(() => import('./assess/act'), 'TaskAct')),
    within('/$id/waiting/$entry', lazyRouteComponent(() => import('./assess/correct'), 'Correct')),
    within('/$id/score/$part', lazyRouteComponent(() => import('./assess/score/score'), 'Score')),
    within('/$id/score/$part/$item', lazyRouteComponent(() => import('./assess/score/score'), 'Score')),
    within('/$id/sheet/$part', lazyRouteComponent(() => import('./assess/score/whole-sheet'), 'WholeSheet')),
    within('/$id/beside/$part', lazyRouteComponent(() => import('./assess/beside'), 'Beside')),
    within('/$id/veto', lazyRouteComponent(() => import('./assess/veto'), 'Veto')),
    within('/$id/differences/$part', lazyRouteComponent(() => import('./assess/differences'), 'Differences')),
  ]),
  page('/audit', lazyRouteComponent(() => import('./audit/audit'), 'Audit')),
  page('/audit/cases/$id', lazyRouteComponent(() => import('./audit/case-access'), 'CaseAccess')),
  page('/incidents', lazyRouteComponent(() => import('./incidents/incidents'), 'Incidents')),
  page('/handover', lazyRouteComponent(() => import('./handover/handover'), 'Handover')),
  page('/statistics', lazyRouteComponent(() => import('./statistics/statistics'), 'Statistics')),
  page('/indicators', lazyRouteComponent(() => import('./indicators/sets'), 'IndicatorSets')),
  page('/assessors', lazyRouteComponent(() => import('./assessors/assessors'), 'Assessors')),
  page('/children', lazyRouteComponent(() => import('./children/children'), 'Children')),
  page('/children/$id', lazyRouteComponent(() => import('./children/child'), 'ChildPage')),
  page('/agency', lazyRouteComponent(() => import('./agency/agency'), 'AgencyTasks')),
  page('/rules', lazyRouteComponent(() => import('./office/rules'), 'Rules')),
])

export const router = createRouter({
  routeTree: tree,
  basepath: '/desk',
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
