// Something is sent once at a time, and what the service said against it is kept until the next try.
import { useCallback, useRef, useState } from 'react'

export interface Sending {
  send: (work: () => Promise<void>) => Promise<boolean>
  sending: boolean
  error: unknown
  clear: () => void
}

export function useSending(): Sending {
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>()
  const busy = useRef(false)
  const send = useCallback(async (work: () => Promise<void>) => {
    if (busy.current) return false
    busy.current = true
    setSending(true)
    try {
      await work()
      setError(undefined)
      return true
    } catch (said) {
      setError(said)
      return false
    } finally {
      busy.current = false
      setSending(false)
    }
  }, [])
  return { send, sending, error, clear: useCallback(() => setError(undefined), []) }
}
