// The addresses of the family's pages; each but the first is read when it is come to. None names a person or a case.
import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { Landing } from './landing/landing'
import { Lost } from './frame/lost'
import { Bars } from './parts/reading'

const My = lazy(() => import('./my/my'))
const Verify = lazy(() => import('./verify/verify'))
const Left = lazy(() => import('./frame/left'))

export function Pages() {
  return (
    <Suspense fallback={<Bars rows={6} />}>
      <Switch>
        <Route path="/" component={Landing} />
        <Route path="/my" component={My} />
        <Route path="/verify" component={Verify} />
        <Route path="/left" component={Left} />
        <Route component={Lost} />
      </Switch>
    </Suspense>
  )
}
