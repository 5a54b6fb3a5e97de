// Escape twice covers the screen, for a counter that faces the public. Any key brings it back within ten seconds;
// later the session has to be opened anew with the password.
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useModal } from '../parts/dialog'
import { useCameBack } from '../session/ended'
import { Practice } from '../session/practice'
import { SignInForm } from '../session/sign-in-form'

const TWICE_WITHIN = 600
const BACK_WITHIN = 10_000
const BY_ITSELF_AFTER = 120_000

export function Blank() {
  const cameBack = useCameBack()
  const [since, setSince] = useState<number>()
  const [locked, setLocked] = useState(false)
  useEffect(() => {
    let last = -Infinity
    let idle: ReturnType<typeof setTimeout>
    const cover = () => {
      setSince(Date.now())
      setLocked(false)
    }
    const stir = () => {
      clearTimeout(idle)
      idle = setTimeout(cover, BY_ITSELF_AFTER)
    }
    const press = (event: KeyboardEvent) => {
      stir()
      if (event.key !== 'Escape' || event.isComposing) return
      if (event.timeStamp - last < TWICE_WITHIN) cover()
      last = event.timeStamp
    }
    stir()
    window.addEventListener('keydown', press)
    window.addEventListener('pointermove', stir)
    window.addEventListener('pointerdown', stir)
    return () => {
      clearTimeout(idle)
      window.removeEventListener('keydown', press)
      window.removeEventListener('pointermove', stir)
      window.removeEventListener('pointerdown', stir)
    }
  }, [])
  useEffect(() => {
    if (since === undefined || locked) return
    const back = (event: KeyboardEvent | PointerEvent) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') return
      // Without a line there is nobody to show the password to; there the device's own lock guards.
      if (Date.now() - since < BACK_WITHIN || !navigator.onLine) setSince(undefined)
      else setLocked(true)
    }
    window.addEventListener('keydown', back)
    window.addEventListener('pointerdown', back)
    return () => {
      window.removeEventListener('keydown', back)
      window.removeEventListener('pointerdown', back)
    }
  }, [since, locked])
  if (since === undefined) return null
  return <Cover locked={locked} onBack={() => void cameBack().then(() => setSince(undefined))} />
}

/** Over everything, over an open dialog, too; what is below it cannot be come to by keys. */
function Cover({ locked, onBack }: { locked: boolean; onBack: () => void }) {
  const words = useTranslations('frame')
  return (
    <dialog className="blank" ref={useModal()} aria-label={words('blanked')} onCancel={(event) => event.preventDefault()}>
      <div className="blank-box">
        <p>{words('blanked')}</p>
        {locked && (
          <>
            <SignInForm onDone={onBack} />
            <Practice onDone={onBack} />
          </>
        )}
      </div>
    </dialog>
  )
}
