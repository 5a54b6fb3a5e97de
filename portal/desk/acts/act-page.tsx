// The page of an act of a case: what is in its way, or its form; the look over it before what cannot be taken back.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { CaseHead } from '../case/case-head'
import { actsQuery, caseQuery, useCaseChanged, type CaseView } from '../case/read'
import { useNames } from '../parts/names'
import { say } from '../parts/notice'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { FactorDialog, MergeDialog } from './asked'
import { FilePaper } from './file-paper'
import { Form } from './form/form'
import { operationOf, resolve, type Operation } from './form/model'
import { Given } from './given'
import { LOOKED_OVER, linesOf, type ActLine } from './model'
import { numbersOf } from './numbers'
import { ObstacleList } from './obstacles'
import { useAct } from './send'

export function ActPage() {
  const { id, act } = useParams({ from: '/cases/$id/acts/$act' })
  const read = useQuery(caseQuery(id))
  const acts = useQuery(actsQuery(id))
  const message = useMessage()
  return (
    <Reading of={read} page>
      {(view) => (
        <Reading of={acts}>
          {(answer) => {
            const line = linesOf(answer, message).find((each) => each.act === act)
            return line ? <Act key={act} id={id} view={view} line={line} /> : null
          }}
        </Reading>
      )}
    </Reading>
  )
}

function Act({ id, view, line }: { id: string; view: CaseView; line: ActLine }) {
  const words = useTranslations('form')
  const names = useNames()
  const operation = operationOf(line.act)
  return (
    <>
      <PageHead title={line.title} tab={line.title} above={<Link to="/cases/$id" params={{ id }}>‹ {words('backToCase')}</Link>} below={<CaseHead view={view} />} />
      <div className="act-page">
        {line.standing === 'others' && <p className="note">{words('forOthers', { who: line.who.map((role) => names.value('Role', role)).join('、') })}</p>}
        {line.standing === 'blocked' && <ObstacleList obstacles={line.obstacles} what={line.title} />}
        {line.act === 'file_paper' ? (
          <FilePaper id={id} view={view} />
        ) : (
          operation && line.standing !== 'others' && <ActForm id={id} view={view} line={line} operation={operation} />
        )}
      </div>
    </>
  )
}

function ActForm({ id, view, line, operation }: { id: string; view: CaseView; line: ActLine; operation: Operation }) {
  const words = useTranslations('form')
  const message = useMessage()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const changed = useCaseChanged()
  // The version this form was opened with. It moves only when the person said so.
  const [seen, setSeen] = useState(view.version)
  const [looked, setLooked] = useState<unknown>()
  const numbers = operation.number ? numbersOf(line.act, view) : undefined
  const [number, setNumber] = useState(numbers?.[0]?.number)
  const { act, again, sending, error, asked, put } = useAct((done) => {
    say(id, [words('done', { what: line.title }), ...(done.notes ?? []).map(message)].join(' '))
    void changed(id).then(() => navigate({ to: '/cases/$id', params: { id } }))
  })
  const type = { t: 'ref' as const, of: operation.body }
  const send = (body: unknown, version = seen) =>
    act({ path: operation.path.replace('{case}', id).replace('{number}', String(number)), version, body })
  const lookOver = LOOKED_OVER.has(line.act)
  const submit = (body: unknown) => (lookOver ? setLooked(body) : void send(body))
  const goOn = async () => {
    const now = await queries.fetchQuery({ ...caseQuery(id), staleTime: 0 })
    setSeen(now.version)
    await queries.invalidateQueries({ queryKey: ['case', id] })
    put()
  }
  return (
    <>
      <div hidden={looked !== undefined && !error}>
        {numbers && (
          <label className="field number-of">
            <span>{words('about')}</span>
            <select className="input" value={number} onChange={(event) => setNumber(Number(event.target.value))}>
              {numbers.map((each) => (
                <option key={each.number} value={each.number}>
                  <NumberTitle of={each} />
                </option>
              ))}
            </select>
          </label>
        )}
        <Form
          type={type}
          what={line.title}
          error={error}
          sending={sending}
          button={lookOver ? words('lookOver') : resolveEmpty(operation) ? line.title : words('submit')}
          onSubmit={submit}
        />
      </div>
      {looked !== undefined && !error && (
        <section className="look-over" aria-label={words('check')}>
          <h2>{words('check')}</h2>
          <CaseHead view={view} large />
          <Given type={type} value={looked} />
          <div className="form-foot">
            <button type="button" className="button primary" disabled={sending} onClick={() => void send(looked)}>
              {line.title}
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

function NumberTitle({ of }: { of: { number: number; title: string; paper?: string; party?: string | null } }) {
  const names = useNames()
  const paper = of.paper ? names.value('PaperKind', of.paper) : of.title
  return <>{`${of.number} · ${paper}${of.party ? ` · ${names.value('Party', of.party)}` : ''}`}</>
}

function resolveEmpty(operation: Operation): boolean {
  const { type } = resolve({ t: 'ref', of: operation.body })
  return type.t === 'object' && type.fields.length === 0
}
