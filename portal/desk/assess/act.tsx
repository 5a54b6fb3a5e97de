// An act of an assessment, on a page of the task it belongs to. What has to be given, and what may be chosen, the service
// tells, as for any act of a case.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { ActForm } from '../acts/act-form'
import { FilePaper } from '../acts/file-paper'
import { linesOf, type ActLine } from '../acts/model'
import { ObstacleList } from '../acts/obstacles'
import { actsQuery } from '../case/read'
import { NotFound } from '../parts/not-found'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { useTask, type Task } from './read'

/** Where one arrives after it, and comes from. */
const TABS: Record<string, string> = {
  plan_assessment: 'plan',
  record_assessment_work: 'visits',
  visit_for_assessment: 'visits',
  file_evidence: 'visits',
  declare_conflict: 'plan',
  start_integration: 'integration',
  end_integration: 'integration',
  break_off_integration: 'integration',
  log_integration: 'integration',
  submit_report: 'report',
  report_incident: 'plan',
}

export function TaskAct() {
  const { id = '', act = '' } = useParams({ strict: false })
  const read = useTask(id)
  const acts = useQuery(actsQuery(id))
  return (
    <Reading of={read} page>
      {(task) => (
        <Reading of={acts}>
          {(answer) => {
            const lines = linesOf(answer)
            const line = lines.find((each) => each.act === act && act in TABS)
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
  const tab = TABS[line.act] ?? 'plan'
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
  return (
    <>
      <PageHead title={title} tab={title} above={back} below={task.number} />
      <div className="act-page">
        {line.standing === 'blocked' && <ObstacleList id={id} obstacles={line.obstacles} what={title} titleOf={titleOf} />}
        {line.standing === 'open' && line.act === 'file_evidence' && <FilePaper id={id} version={task.version} line={line} label="piece" preferred={{}} onDone={done} />}
        {line.standing === 'open' && line.act !== 'file_evidence' && (
          <ActForm id={id} version={task.version} line={line} head={task.number} onDone={done} />
        )}
      </div>
    </>
  )
}
