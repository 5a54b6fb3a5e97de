// Changes what was written without a line and waits, before it goes: the same form, with what stands in it.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemError } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import { Form } from '../acts/form/form'
import { linesOf } from '../acts/model'
import { NotFound } from '../parts/not-found'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { BRING } from './away'
import { withChoices } from './choices'
import { alter, photosOf, useWaiting, without, type Waiting } from './device/waiting'
import { taskActsQuery, useTask, type Task } from './read'
import { bodyType } from './written'

export function Correct() {
  const { id = '', entry } = useParams({ strict: false })
  const each = useWaiting().find((one) => one.id === entry)
  const read = useTask(id)
  if (!each || each.wanted.is !== 'act' || each.tries.length > 0) return <NotFound />
  return (
    <Reading of={read} page>
      {(task) => (task ? <Waits key={each.id} each={each} body={each.wanted.is === 'act' ? each.wanted.body : undefined} task={task} /> : <NotFound />)}
    </Reading>
  )
}

function Waits({ each, body, task }: { each: Waiting; body: unknown; task: Task }) {
  const words = useTranslations('assess')
  const message = useMessage()
  const navigate = useNavigate()
  const acts = useQuery(taskActsQuery(each.case))
  const [bare, setBare] = useState(false)
  const title = message(each.title)
  const submit = async (next: unknown) => {
    if (each.wanted.is !== 'act') return
    // A photo goes by the place of its piece in this record.
    const lost = photosOf(each.id).some((photo) => placeOf(photo) >= piecesIn(next))
    setBare(lost)
    if (lost) return
    await alter({ ...(each.standing === 'refused' ? without(each) : each), wanted: { ...each.wanted, body: next } })
    window.dispatchEvent(new Event(BRING))
    await navigate({ to: '/tasks/waiting' })
  }
  return (
    <>
      <PageHead title={title} tab={title} above={<Link to="/tasks/waiting">‹ {words('waitingTitle')}</Link>} below={each.of} />
      <div className="act-page">
        {bare && (
          <p className="note red" role="alert">
            {words('photosNeedPieces')}
          </p>
        )}
        <Reading of={acts}>
          {(answer) => {
            const line = linesOf(answer).find(({ act }) => act === each.act)
            const inputs = line ? withChoices(line, task).inputs : []
            const error = each.said && new ProblemError(each.said)
            return <Form type={bodyType(each)} what={title} inputs={inputs} start={body} error={error} sending={false} button={words('keepChange')} onSubmit={(next) => void submit(next)} />
          }}
        </Reading>
      </div>
    </>
  )
}

function placeOf({ wanted }: Waiting): number {
  return wanted.is === 'photo' && 'place' in wanted.shows ? wanted.shows.place : -1
}

function piecesIn(body: unknown): number {
  return ((body as { evidence?: unknown[] }).evidence ?? []).length
}
