// Something that is being sent: once at a time, and what went wrong with it.
import { useState } from 'react'

export function useSending() {
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>()
  async function send(task: () => Promise<void>): Promise<void> {
    if (sending) return
    setSending(true)
    setError(undefined)
    try {
      await task()
    } catch (caught) {
      setError(caught)
    } finally {
      setSending(false)
    }
  }
  return { send, sending, error }
}
