// Loading a set from a file: every fault is named at once by its cell or its place in the file, and nothing is half loaded.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ask } from '../../shared/api/client'
import { ProblemError, take } from '../../shared/api/problem'
import { FactorDialog } from '../acts/asked'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { Sheet } from '../parts/sheet'
import { TableSheet } from '../parts/table'

const TYPES: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/yaml',
  yml: 'application/yaml',
}

export function ImportSet({ onLoaded }: { onLoaded: () => void }) {
  const words = useTranslations('indicators')
  const [file, setFile] = useState<File>()
  const [loaded, setLoaded] = useState<{ id: string; version: number }>()
  const [factor, setFactor] = useState(false)
  const { send, sending, error } = useSending()
  const load = () =>
    send(async () => {
      if (!file) return
      setLoaded(undefined)
      try {
        setLoaded(await post(file))
        setFactor(false)
        onLoaded()
      } catch (said) {
        if (!(said instanceof ProblemError) || !said.problem.type.endsWith(':factor-required')) throw said
        setFactor(true)
      }
    })
  const faults = error instanceof ProblemError ? error.violations : []
  return (
    <Sheet title={words('import')}>
      <form
        className="body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void load()
        }}
      >
        {loaded && (
          <p className="note green notice" role="status">
            {words('loadedSet', { id: loaded.id, version: loaded.version })}
          </p>
        )}
        {faults.length > 0 ? (
          <div role="alert">
            <p className="strong red">{words('faults', { count: faults.length })}</p>
            <TableSheet title={words('faultList')} heads={[words('cell'), words('fault')]} small>
              {faults.map((fault, place) => (
                <tr key={place}>
                  <td>
                    <code>{fault.field ?? '—'}</code>
                  </td>
                  <td>{fault.message}</td>
                </tr>
              ))}
            </TableSheet>
          </div>
        ) : (
          <Said error={error} />
        )}
        <div className="field">
          <label htmlFor="set-file">{words('file')}</label>
          <p className="hint" id="set-file-hint">
            {words('fileHint')}
          </p>
          <input id="set-file" type="file" accept=".xlsx,.yaml,.yml" aria-describedby="set-file-hint" onChange={(event) => setFile(event.target.files?.[0])} />
        </div>
        <button className="button primary" disabled={sending || !file}>
          {words('load')}
        </button>
      </form>
      {factor && <FactorDialog onClose={() => setFactor(false)} onShown={() => void load()} />}
    </Sheet>
  )
}

async function post(file: File): Promise<{ id: string; version: number }> {
  const type = TYPES[file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
  return take(
    ask('/v1/indicator-sets', { method: 'POST', headers: { 'content-type': type }, body: file }).then(async (response) => {
      const answer: unknown = await response.json().catch(() => undefined)
      return response.ok ? { response, data: answer as { id: string; version: number } } : { response, error: answer }
    }),
  )
}
