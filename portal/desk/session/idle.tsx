// A desk nobody is at is closed: a bar two minutes before, which any work takes away, then the session ends here and at
// the service. What was typed stays under the dialog.
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { forget } from '../../shared/api/session'

const ENDS_AFTER = 15 * 60_000
const SAYS_BEFORE = 2 * 60_000

export function Idle() {
  const words = useTranslations('session')
  const [near, setNear] = useState(false)
  useEffect(() => {
    let last = Date.now()
    const stir = () => {
      last = Date.now()
      setNear(false)
    }
    const look = setInterval(() => {
      const left = ENDS_AFTER - (Date.now() - last)
      setNear(left <= SAYS_BEFORE)
      // Without a line nobody could come back in; the cover over the screen and the device's own lock stay.
      if (left > 0 || !navigator.onLine) return
      void take(service.POST('/v1/sign-out')).catch(() => undefined).finally(forget)
    }, 5000)
    window.addEventListener('keydown', stir)
    window.addEventListener('pointerdown', stir)
    return () => {
      clearInterval(look)
      window.removeEventListener('keydown', stir)
      window.removeEventListener('pointerdown', stir)
    }
  }, [])
  if (!near) return null
  return (
    <div className="band amber" role="alert">
      {words('nearEnd')}{' '}
      <button type="button" className="button low" autoFocus onClick={() => setNear(false)}>
        {words('stay')}
      </button>
    </div>
  )
}
