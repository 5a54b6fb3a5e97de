// A file of the service in a page of its own: it is fetched with one's session, and its address lives a minute.
import { ask } from '../../shared/api/client'
import { take } from '../../shared/api/problem'

export async function openFile(path: string, how?: RequestInit): Promise<void> {
  const response = await ask(path, how)
  await take(Promise.resolve(response.ok ? { response, data: true } : { response, error: await response.json().catch(() => undefined) }))
  const address = URL.createObjectURL(await response.blob())
  window.open(address, '_blank', 'noopener')
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
