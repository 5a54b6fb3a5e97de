// The form of an act of a case: what has to be given, kept as a draft while it is typed; the look over it where it cannot
// be taken back or a second factor is asked for; and the sending.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useMessage } from '../../shared/words/provider'
import { useFoundDraft, useKeeping, type DraftOf } from '../drafts/draft'
import { Found, Kept } from '../drafts/kept'
import { caseQuery, useCaseChanged } from '../case/read'
import { say } from '../parts/notice'
import { Reading } from '../parts/reading'
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

export function ActForm(props: ActFormProps) {
  const { id, line } = props
  const type = resolve(typeAt(line.body ?? '')).type
  const empty = type.t === 'object' && type.fields.length === 0
  const of: DraftOf = { purpose: line.act === 'inquire' ? 'inquiry' : 'act', caseId: id, ...(line.act !== 'inquire' && { act: line.act }) }
  const found = useFoundDraft(of, !empty)
  const [dropped, setDropped] = useState(false)
  if (empty) return <Filled {...props} of={of} found={null} empty onDrop={() => undefined} />
  return (
    <Reading of={found} rows={3}>
      {(draft) => <Filled key={String(dropped)} {...props} of={of} found={dropped ? null : draft} empty={false} onDrop={() => setDropped(true)} />}
    </Reading>
  )
}

interface Typed {
  number: unknown
  values: unknown
}

interface FilledProps extends ActFormProps {
  of: DraftOf
  found: Schemas['DraftAnswer'] | null
  /** Whether nothing at all has to be given. */
  empty: boolean
  onDrop: () => void
}

function Filled({ id, version, line, head, preferred, onDone, of, found, empty, onDrop }: FilledProps) {
  const words = useTranslations('form')
  const message = useMessage()
  const queries = useQueryClient()
  const changed = useCaseChanged()
  const draft = useKeeping(of, found)
  const [before] = useState(() => found && (JSON.parse(found.form) as Typed))
  // The version this form was opened with. It moves only when the person said so.
  const [seen, setSeen] = useState(version)
  const [looked, setLooked] = useState<unknown>()
  const [sent, setSent] = useState<unknown>()
  const numbered = line.inputs.find(({ at }) => at === '{number}')
  const [number, setNumber] = useState<unknown>(before?.number ?? preferred?.number ?? numbered?.one_of?.[0]?.value ?? '')
  const title = message(line.title)
  const isLookedOver = line.asks_factor || line.is_final
  const { act, again, sending, error, asked, put, clear } = useAct((done) => {
    say(id, [words('done', { what: title }), ...(done.notes ?? []).map(message)].join(' '))
    void changed(id).then(onDone)
  })
  const { keep } = draft
  const onTyped = useCallback((values: unknown) => keep({ number, values } satisfies Typed), [keep, number])
  const type = typeAt(line.body ?? '')
  const send = async (body: unknown) => {
    setSent(body)
    // What is typed is kept before it goes out, so that nothing is lost on the way.
    await draft.save()
    await act({ path: line.path.replace('{case}', id).replace('{number}', String(number)), version: seen, body, draft: draft.key() })
  }
  const submit = (body: unknown) => {
    // What was refused and changed since is looked over anew.
    clear()
    if (isLookedOver) setLooked(body)
    else void send(body)
  }
  const goOn = async () => {
    const now = await queries.fetchQuery({ ...caseQuery(id), staleTime: 0 })
    setSeen(now.version)
    await queries.invalidateQueries({ queryKey: ['case', id] })
    put()
  }
  return (
    <>
      <div hidden={looked !== undefined && !error}>
        {found && before && <Found at={found.saved_at} onDrop={() => void draft.drop().then(onDrop)} />}
        {line.path.includes('{number}') && <NumberField choices={numbered?.one_of ?? []} value={number} onChange={setNumber} />}
        <Form
          type={type}
          what={title}
          inputs={line.inputs.filter(({ at }) => !OUTSIDE.includes(at))}
          preferred={preferred && { ...preferred }}
          start={before?.values}
          error={error}
          sending={sending}
          button={isLookedOver ? words('lookOver') : empty ? title : words('submit')}
          onTyped={onTyped}
          onSubmit={submit}
          beside={<Kept saving={draft.saving} />}
        />
      </div>
      {looked !== undefined && !error && (
        <section className="look-over" aria-label={words('check')}>
          <h2>{words('check')}</h2>
          {head}
          {line.is_final && <p className="note amber">{words('forGood', { what: title })}</p>}
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
      {asked === 'merge' && <MergeDialog id={id} seen={seen} mine={<Given type={type} value={sent} />} onClose={put} onGoOn={() => void goOn()} />}
    </>
  )
}
