// Who is not signed in sees the sign-in, at every address; who was, keeps the page under a dialog.
import { useState, type ReactNode } from 'react'
import { SessionEnded } from './ended'
import { Idle } from './idle'
import { SignIn } from './sign-in'
import { useStanding } from './state'

export function Gate({ children }: { children: ReactNode }) {
  const standing = useStanding()
  const [wasIn, setWasIn] = useState(false)
  if (standing === 'in' && !wasIn) setWasIn(true)
  if (standing === 'starting') return null
  if (standing === 'out' && !wasIn) return <SignIn />
  return (
    <>
      {children}
      {standing === 'in' ? <Idle /> : <SessionEnded />}
    </>
  )
}
