// The ledger between two days as a table to take along: asked for, made by the service, fetched when it is ready.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ask, service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'

/** How long to wait before asking again, and how often. */
const WAITS = [500, 1000, 2000, 4000, 8000, 16_000]

export function ExportButton({ from, to }: { from: string | undefined; to: string | undefined }) {
  const words = useTranslations('statistics')
  const { send, sending, error } = useSending()
  const [late, setLate] = useState(false)
  const make = () =>
    send(async () => {
      setLate(false)
      const { export: id } = await take(service.POST('/v1/exports', { body: { format: 'xlsx', ...(from && { received_from: from }), ...(to && { received_to: to }) } }))
      const ready = await untilReady(id)
      if (ready) save(await (await ask(`/v1/exports/${id}/content`)).blob())
      else setLate(true)
    })
  return (
    <>
      <button type="button" className="button" disabled={sending} onClick={() => void make()}>
        {sending ? words('exporting') : words('export')}
      </button>
      {late && <p role="status">{words('exportLate')}</p>}
      <Said error={error} />
    </>
  )
}

async function untilReady(id: string): Promise<boolean> {
  for (const wait of WAITS) {
    const made = await take(service.GET('/v1/exports/{export}', { params: { path: { export: id } } }))
    if (made.ready) return true
    await new Promise((done) => setTimeout(done, wait))
  }
  return false
}

/** Nobody and no case is named in the name of the file. */
function save(file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = 'ledger.xlsx'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
