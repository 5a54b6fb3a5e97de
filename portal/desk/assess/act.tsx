// An act of an assessment, on a page of the task it belongs to. What has to be given, and what may be chosen, the service
// tells, as for any act of a case.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { ActForm } from '../acts/act-form'
import { linesOf, type ActLine } from '../acts/model'
import { ObstacleList } from '../acts/obstacles'
import { NotFound } from '../parts/not-found'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { useAway, WITHOUT_LINE } from './away'
import { withChoices } from './choices'
import { useWaiting } from './device/waiting'
import { Photos } from './photos'
import { piecesToShow } from './pieces'
import { taskActsQuery, useTask, type Task } from './read'
import { Since } from './since'
import { TAB_OF } from './tabs'

export function TaskAct() {
  const { id = '', act = '' } = useParams({ strict: false })
  const read = useTask(id)
  const acts = useQuery(taskActsQuery(id))
  return (
    <Reading of={read} page>
      {(task) => (
        <Reading of={acts}>
          {(answer) => {
            const lines = linesOf(answer)
            const line = lines.find((each) => each.act === act && act in TAB_OF)
            return line && task ? <Act key={act} id={id} line={line} lines={lines} task={task} /> : <NotFound />
          }}
        </Reading>
      )}
    </Reading>
  )
}

function Act({ id, line, lines, task }: { id: string; line: ActLine; lines: ActLine[]; task: Task }) {
  const words = useTranslations('assess')
  const message = useMessage()
  const navigate = useNavigate()
  const title = message(line.title)
  const tab = TAB_OF[line.act] ?? 'plan'
  const titleOf = (act: string) => {
    const found = lines.find((each) => each.act === act)
    return found && message(found.title)
  }
  const done = () => void navigate({ to: '/tasks/$id/$tab', params: { id, tab } })
  const back = (
    <Link to="/tasks/$id/$tab" params={{ id, tab }}>
      ‹ {words('backToTask')}
    </Link>
  )
  const away = useAway(id, task, line)
  const hasPieces = piecesToShow(task, useWaiting(), id).length > 0
  const photos = line.act === 'file_evidence' && hasPieces
  return (
    <>
      <PageHead title={title} tab={title} above={back} below={task.number} />
      <div className="act-page">
        {line.standing === 'blocked' && !photos && <ObstacleList id={id} obstacles={line.obstacles} what={title} titleOf={titleOf} />}
        {photos && <Photos id={id} task={task} line={line} onDone={done} />}
        {line.standing === 'open' && line.act !== 'file_evidence' && (
          <ActForm
            id={id}
            view={task}
            line={withChoices(line, task)}
            head={task.number}
            told={(now) => <Since before={task} now={now} />}
            {...(WITHOUT_LINE.has(line.act) && { away })}
            onDone={done}
          />
        )}
      </div>
    </>
  )
}
