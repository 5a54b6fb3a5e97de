// The form of an act of a case: what has to be given, kept as a draft while it is typed; the look over it where it cannot
// be taken back or a second factor is asked for; and the sending.
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { useFoundDraft, useKeeping, type Beyond, type DraftOf, type FoundDraft } from '../drafts/draft'
import { Found, Kept } from '../drafts/kept'
import { TwoWindows } from '../drafts/two-windows'
import { useCaseChanged, type CaseView } from '../case/read'
import { say } from '../parts/notice'
import { Reading } from '../parts/reading'
import { FactorDialog } from './asked'
import { Form } from './form/form'
import { OUTSIDE } from './form/inputs'
import { resolve, typeAt } from './form/model'
import { Given, Titles } from './given'
import { MergeDialog } from './merge/dialog'
import type { ActLine } from './model'
import { NumberField } from './number-field'
import { useAct, type Away } from './send'

export interface Preferred {
  paper?: string
  party?: string
  number?: number
}

export interface ActFormProps {
  id: string
  /** The case as it is shown beside the form. */
  view: CaseView
  line: ActLine
  /** Whose case it is, for the look over it. */
  head: ReactNode
  preferred?: Preferred
  /** How it goes on while nobody answers. */
  away?: Away & { typed: Beyond }
  /** Says what others did since, to whom may not read the history. */
  told?: (now: CaseView) => ReactNode
  onDone: () => void
}

export function ActForm(props: ActFormProps) {
  const { id, line, away } = props
  const type = resolve(typeAt(line.body ?? '')).type
  const empty = type.t === 'object' && type.fields.length === 0
  const of: DraftOf = { purpose: line.act === 'inquire' ? 'inquiry' : 'act', caseId: id, ...(line.act !== 'inquire' && { act: line.act }), ...(away && { beyond: away.typed }) }
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

function typedIn(form: string): Typed {
  return JSON.parse(form) as Typed
}

/** What the service calls the identifiers it lets choose from. */
function titlesIn({ inputs }: ActLine, message: ReturnType<typeof useMessage>): Record<string, string> {
  const choices = inputs.flatMap(({ one_of = [] }) => one_of)
  return Object.fromEntries(choices.flatMap(({ value, title }) => (typeof value === 'string' && value.includes('-') ? [[value, message(title)]] : [])))
}

interface FilledProps extends ActFormProps {
  of: DraftOf
  found: FoundDraft | null
  /** Whether nothing at all has to be given. */
  empty: boolean
  onDrop: () => void
}

function Filled({ id, view, line, head, preferred, away, told, onDone, of, found, empty, onDrop }: FilledProps) {
  const words = useTranslations('form')
  const message = useMessage()
  const changed = useCaseChanged()
  const draft = useKeeping(of, found)
  const [before] = useState(() => found && typedIn(found.form))
  // What the form begins with; anew after texts were chosen from.
  const [start, setStart] = useState({ times: 0, values: before?.values })
  const beginWith = (values: unknown) => setStart(({ times }) => ({ times: times + 1, values }))
  // The case this form was opened with. It moves only when the person said so.
  const [opened, setOpened] = useState(view)
  const [looked, setLooked] = useState<unknown>()
  const [sent, setSent] = useState<unknown>()
  const numbered = line.inputs.find(({ at }) => at === '{number}')
  const [number, setNumber] = useState<unknown>(before?.number ?? preferred?.number ?? numbered?.one_of?.[0]?.value ?? '')
  const title = message(line.title)
  const isLookedOver = line.asks_factor || line.is_final
  const { act, again, sending, error, asked, put, clear } = useAct((done) => {
    say(id, [words('done', { what: title }), ...(done.notes ?? []).map(message)].join(' '))
    draft.done()
    void changed(id).then(onDone)
  }, away && { ...away, put: (request, key) => away.put(request, key).then(draft.done).then(onDone) })
  const { keep } = draft
  const onTyped = useCallback((values: unknown) => keep({ number, values } satisfies Typed), [keep, number])
  const type = typeAt(line.body ?? '')
  const send = async (body: unknown, version = opened.version) => {
    setSent(body)
    // What is typed is kept before it goes out, so that nothing is lost on the way.
    if (!(await draft.save())) return
    await act({ path: line.path.replace('{case}', id).replace('{number}', String(number)), version, body, draft: draft.key() })
  }
  const submit = (body: unknown) => {
    // What was refused and changed since is looked over anew.
    clear()
    if (isLookedOver) setLooked(body)
    else void send(body)
  }
  const goOn = (now: CaseView, body: unknown) => {
    setOpened(now)
    if (body !== sent) {
      beginWith(body)
      keep({ number, values: body } satisfies Typed)
    }
    setLooked(undefined)
    void changed(id)
    put()
  }
  const sendAnew = (now: CaseView, body: unknown) => {
    goOn(now, body)
    if (isLookedOver) setLooked(body)
    else void send(body, now.version)
  }
  return (
    <Titles value={titlesIn(line, message)}>
      <div hidden={looked !== undefined && !error}>
        {found && before && <Found at={found.saved_at} onDrop={() => void draft.drop().then(onDrop)} />}
        {line.path.includes('{number}') && <NumberField choices={numbered?.one_of ?? []} value={number} onChange={setNumber} />}
        <Form
          key={start.times}
          type={type}
          what={title}
          inputs={line.inputs.filter(({ at }) => !OUTSIDE.includes(at))}
          preferred={preferred && { ...preferred }}
          start={start.values}
          error={error}
          sending={sending}
          button={isLookedOver ? words('lookOver') : empty ? title : words('submit')}
          onTyped={onTyped}
          onSubmit={submit}
          beside={<Kept saving={draft.saving} onDevice={away !== undefined} />}
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
      {asked === 'merge' && (
        <MergeDialog id={id} seen={opened.version} mine={{ type, body: sent, before: opened }} {...(told && { told })} onClose={put} onGoOn={goOn} onSend={sendAnew} />
      )}
      {draft.twice && (
        <TwoWindows
          twice={draft.twice}
          type={type}
          valuesIn={(form) => typedIn(form).values}
          onChosen={(values) => {
            beginWith(values)
            void draft.settle({ number, values } satisfies Typed)
          }}
        />
      )}
    </Titles>
  )
}
