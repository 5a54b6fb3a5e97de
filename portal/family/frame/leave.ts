// The way out: the session ends, and the page goes to one that says nothing, so that nobody who looks on sees more.
import { service } from '../../shared/api/client'
import { forgetCode } from '../apply/code-place'
import { accessToken, forget, renewalToken } from '../../shared/api/session'

export async function leave(): Promise<void> {
  document.body.hidden = true
  const token = renewalToken()
  const isOpen = accessToken() !== undefined || token !== null
  // Nobody waits for the answer: whatever it is, this device forgets.
  const ended = isOpen ? service.POST('/v1/sign-out').catch(() => undefined) : undefined
  await Promise.race([ended, new Promise((enough) => setTimeout(enough, 800))])
  forget()
  forgetCode()
  window.location.replace('/left')
}
