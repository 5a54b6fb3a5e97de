// The form of an act of a case: what has to be given, the look over it where a second factor is asked for, and the sending.
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { caseQuery, useCaseChanged } from '../case/read'
import { say } from '../parts/notice'
import { FactorDialog, MergeDialog } from './asked'
import { Form } from './form/form'
import { OUTSIDE } from './form/inputs'
import { resolve, typeAt } from './form/model'
import { Given } from './given'
import type { ActLine } from './model'
import { NumberField } from './number-field'
import { useAct } from './send'

export interface Preferred {
  paper?: string
  party?: string
  number?: number
}

export interface ActFormProps {
  id: string
  version: number
  line: ActLine
  /** Whose case it is, for the look over it. */
  head: ReactNode
  preferred?: Preferred
  onDone: () => void
}

export function ActForm({ id, version, line, head, preferred, onDone }: ActFormProps) {
  const words = useTranslations('form')
  const message = useMessage()
  const queries = useQueryClient()
  const changed = useCaseChanged()
  // The version this form was opened with. It moves only when the person said so.
  const [seen, setSeen] = useState(version)
  const [looked, setLooked] = useState<unknown>()
  const numbered = line.inputs.find(({ at }) => at === '{number}')
  const [number, setNumber] = useState<unknown>(preferred?.number ?? numbered?.one_of?.[0]?.value ?? '')
  const title = message(line.title)
  const { act, again, sending, error, asked, put } = useAct((done) => {
    say(id, [words('done', { what: title }), ...(done.notes ?? []).map(message)].join(' '))
    void changed(id).then(onDone)
  })
  const type = typeAt(line.body ?? '')
  const send = (body: unknown) => act({ path: line.path.replace('{case}', id).replace('{number}', String(number)), version: seen, body })
  const submit = (body: unknown) => (line.asks_factor ? setLooked(body) : void send(body))
  const goOn = async () => {
    const now = await queries.fetchQuery({ ...caseQuery(id), staleTime: 0 })
    setSeen(now.version)
    await queries.invalidateQueries({ queryKey: ['case', id] })
    put()
  }
  const { type: real } = resolve(type)
  const empty = real.t === 'object' && real.fields.length === 0
  return (
    <>
      <div hidden={looked !== undefined && !error}>
        {line.path.includes('{number}') && <NumberField choices={numbered?.one_of ?? []} value={number} onChange={setNumber} />}
        <Form
          type={type}
          what={title}
          inputs={line.inputs.filter(({ at }) => !OUTSIDE.includes(at))}
          preferred={preferred && { ...preferred }}
          error={error}
          sending={sending}
          button={line.asks_factor ? words('lookOver') : empty ? title : words('submit')}
          onSubmit={submit}
        />
      </div>
      {looked !== undefined && !error && (
        <section className="look-over" aria-label={words('check')}>
          <h2>{words('check')}</h2>
          {head}
          <Given type={type} value={looked} />
          <div className="form-foot">
            <button type="button" className="button primary" disabled={sending} onClick={() => void send(looked)}>
              {title}
            </button>
            <button type="button" className="button" onClick={() => setLooked(undefined)}>
              {words('changeIt')}
            </button>
          </div>
        </section>
      )}
      {asked === 'factor' && <FactorDialog onClose={put} onShown={() => void again()} />}
      {asked === 'merge' && <MergeDialog id={id} seen={seen} onClose={put} onGoOn={() => void goOn()} />}
    </>
  )
}
