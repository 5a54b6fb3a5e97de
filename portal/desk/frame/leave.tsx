// Signing out: the session ends, and this device forgets everything it kept. What was not delivered yet is said first.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { forget } from '../../shared/api/session'
import { Dialog } from '../parts/dialog'
import type { Undelivered } from '../assess/device/open'
import { OWNER } from '../session/owner'
import type { Me } from '../session/state'

export function Leave({ me }: { me: Me }) {
  const words = useTranslations('frame')
  const [undelivered, setUndelivered] = useState<Undelivered>()
  const ask = async () => {
    const left = await (await import('../assess/device/open')).undelivered(me)
    if (Object.values(left).some((count) => count > 0)) setUndelivered(left)
    else await leave()
  }
  return (
    <>
      <button type="button" className="button wide" onClick={() => void ask()}>
        {words('signOut')}
      </button>
      {undelivered && (
        <Dialog title={words('undelivered', { ...undelivered })} onClose={() => setUndelivered(undefined)}>
          <p>{words('undeliveredHint')}</p>
          <div className="form-foot">
            <button type="button" className="button primary" autoFocus onClick={() => setUndelivered(undefined)}>
              {words('stayHere')}
            </button>
            <button type="button" className="button danger" onClick={() => void leave()}>
              {words('leaveAnyway')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}

async function leave(): Promise<void> {
  await take(service.POST('/v1/sign-out')).catch(() => undefined)
  await (await import('../assess/device/open')).forgetDevice()
  sessionStorage.removeItem(OWNER)
  forget()
  // Nothing of what was read stays in this page.
  window.location.assign('/desk/')
}
