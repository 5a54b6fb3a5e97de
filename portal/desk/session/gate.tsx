// Who is not signed in sees the sign-in, at every address; who was, keeps the page under a dialog.
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { SessionEnded } from './ended'
import { Idle } from './idle'
import { SignIn } from './sign-in'
import { useStanding } from './state'

const Away = lazy(async () => ({ default: (await import('../assess/device/away')).Away }))

export function Gate({ children }: { children: ReactNode }) {
  const standing = useStanding()
  const [wasIn, setWasIn] = useState(false)
  if (standing === 'in' && !wasIn) setWasIn(true)
  if (standing === 'starting') return null
  if (standing === 'away' && !wasIn) {
    return (
      <Suspense fallback={null}>
        <Away onKnown={() => setWasIn(true)} />
      </Suspense>
    )
  }
  if (standing === 'out' && !wasIn) return <SignIn />
  return (
    <>
      {children}
      {standing === 'in' && <Idle />}
      {standing === 'out' && <SessionEnded />}
    </>
  )
}
