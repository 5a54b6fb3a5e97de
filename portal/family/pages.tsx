// The addresses of the family's pages; each but the first is read when it is come to. None names a person or a case.
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Landing } from './landing/landing'
import { Lost } from './frame/lost'
import { Bars } from '../shared/parts/bars'

const Apply = lazy(() => import('./apply/apply'))
const Ask = lazy(() => import('./ask/ask'))
const Guide = lazy(() => import('./guide/guide'))
const Notices = lazy(() => import('./notices/notices'))
const Notice = lazy(() => import('./notices/notice'))
const My = lazy(() => import('./my/my'))
const Visit = lazy(() => import('./visit/visit'))
const Verify = lazy(() => import('./verify/verify'))
const Left = lazy(() => import('./frame/left'))

export function Pages() {
  return (
    <Suspense fallback={<Bars rows={6} />}>
      <Switch>
        <Route path="/" component={Landing} />
        <Route path="/apply" component={Apply} />
        <Route path="/apply/:draft" component={Apply} />
        <Route path="/ask" component={Ask} />
        <Route path="/guide/:kind" component={Guide} />
        <Route path="/notices" component={Notices} />
        <Route path="/notices/:notice" component={Notice} />
        <Route path="/my" component={My} />
        <Route path="/visit" component={Visit} />
        <Route path="/verify" component={Verify} />
        <Route path="/left" component={Left} />
        <Route component={Lost} />
      </Switch>
    </Suspense>
  )
}
