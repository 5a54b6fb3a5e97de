// Scoring, one item a screen: the list beside it, the levels to touch, and a bar at the foot that goes on. Every change is
// kept at once; with the service it is saved when one says so, when one leaves, and as soon as there is a line again.
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useKeys } from '../../frame/keys'
import { useNames } from '../../parts/names'
import { NotFound } from '../../parts/not-found'
import { PageHead } from '../../parts/page'
import { Said } from '../../parts/said'
import { BesideFirst, OfPart } from '../part'
import { itemsOf, type Part, type Scored, type Task } from '../read'
import { SetMark } from '../set-mark'
import { useWording } from '../wording'
import { ItemForm } from './item'
import { ItemList } from './list'
import { Standing } from './standing'
import { useSavedOnLeaving, useSheet } from './use-sheet'
import '../assess.css'

interface Place {
  id: string
  part: Part
  item: string | undefined
}

export function Score() {
  const { item } = useParams({ strict: false })
  return <OfPart>{({ id, part, task, scored }) => <OnePart place={{ id, part, item }} task={task} scored={scored} />}</OfPart>
}

function OnePart({ place, task, scored }: { place: Place; task: Task; scored: Scored }) {
  const { id, part } = place
  const sheet = useSheet(id, scored, part)
  const items = itemsOf(scored, part)
  const item = items.find(({ code }) => code === place.item)
  const first = items.find(({ code }) => !sheet.markOf(code)) ?? items[0]
  if (sheet.own?.sent_on) return <Navigate to="/tasks/$id/sheet/$part" params={{ id, part }} replace />
  if (!item && first) return <Navigate to="/tasks/$id/score/$part/$item" params={{ id, part, item: first.code }} replace />
  if (!item) return <NotFound />
  return <OneItem key={item.code} place={place} task={task} scored={scored} sheet={sheet} at={items.indexOf(item)} />
}

interface OneItemProps {
  place: Place
  task: Task
  scored: Scored
  sheet: ReturnType<typeof useSheet>
  at: number
}

function OneItem({ place: { id, part }, task, scored, sheet, at }: OneItemProps) {
  const words = useTranslations('assess')
  const frame = useTranslations('frame')
  const names = useNames()
  const say = useWording()
  const navigate = useNavigate()
  const items = itemsOf(scored, part)
  const item = items[at]
  const marked = items.filter(({ code }) => sheet.markOf(code)).length
  const next = items[at + 1]
  const save = () => void sheet.save()
  const goOn = () =>
    void (next
      ? navigate({ to: '/tasks/$id/score/$part/$item', params: { id, part, item: next.code } })
      : navigate({ to: '/tasks/$id/sheet/$part', params: { id, part } }))
  useKeys({ 'Control+s': save, 'Control+Enter': goOn })
  useSavedOnLeaving(sheet, id, part)
  if (!item) return null
  const mark = sheet.markOf(item.code)
  return (
    <div className="score">
      <aside className="score-side">
        <p className="small quiet score-whom">{words('whom')}</p>
        <p className="song">{task.adopters.map(({ name }) => name).join(frame('comma'))}</p>
        <progress className="score-bar" max={items.length} value={marked} aria-label={words('markedOf', { marked, all: items.length })} />
        <p className="small quiet">{words('markedOf', { marked, all: items.length })}</p>
        <details className="score-items" open={window.innerWidth >= WIDE}>
          <summary>{words('items')}</summary>
          <ItemList id={id} part={part} scored={scored} marks={sheet.marks} at={item.code} />
        </details>
        <Link to="/tasks/$id/acts/$act" params={{ id, act: 'report_incident' }} className="button danger wide">
          {words('reportIncident')}
        </Link>
        <p className="small quiet score-report-hint">{words('reportFirst')}</p>
      </aside>
      <div className="score-main">
        <PageHead
          tab={words('tab')}
          above={
            <>
              <Link to="/tasks/$id" params={{ id }}>
                ‹ {names.value('AssessmentPart', part)}
              </Link>{' '}
              · {words('itemOf', { at: at + 1, all: items.length })} · {item.code}
            </>
          }
          title={
            <>
              {say(item.ask)} <span className="item-max">{words('most', { points: item.max })}</span>
            </>
          }
          below={item.method ? say(item.method) : undefined}
        />
        <SetMark set={scored.set} />
        <BesideFirst id={id} part={part} own={sheet.own} />
        {item.not_applicable_if && <p className="note">{words(`notApplicableIf.${item.not_applicable_if}`)}</p>}
        <Said error={sheet.error} />
        <ItemForm id={id} item={item} scored={scored} mark={mark} onMark={sheet.mark} />
        {mark && (
          <button type="button" className="link" onClick={() => sheet.unmark(item.code)}>
            {words('unmark')}
          </button>
        )}
      </div>
      <div className="score-foot">
        {at > 0 && (
          <Link to="/tasks/$id/score/$part/$item" params={{ id, part, item: items[at - 1]?.code ?? '' }} className="button">
            {words('before')}
          </Link>
        )}
        <Standing own={sheet.own} draft={sheet.draft} />
        <button type="button" className="button" disabled={sheet.sending || !sheet.draft} onClick={save}>
          {words('saveDraft')}
        </button>
        <button type="button" className="button primary" onClick={goOn}>
          {next ? words('next', { item: say(next.ask) }) : words('lookOver')}
        </button>
      </div>
    </div>
  )
}

/** From this width the list of items stands open beside the item. */
const WIDE = 860
