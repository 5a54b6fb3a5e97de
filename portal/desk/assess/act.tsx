// An act of an assessment, on a page of the task it belongs to. What is known already is filled in: who assesses, and which
// items a piece of evidence may be for.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { FactorDialog, MergeDialog } from '../acts/asked'
import type { Choice } from '../acts/form/context'
import { Form } from '../acts/form/form'
import { operationOf, startOf } from '../acts/form/model'
import { linesOf } from '../acts/model'
import { ObstacleList } from '../acts/obstacles'
import { useAct } from '../acts/send'
import { actsQuery, useCaseChanged } from '../case/read'
import { useNames } from '../parts/names'
import { say } from '../parts/notice'
import { NotFound } from '../parts/not-found'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { scoredOf, useTask, type Task } from './read'
import { useWording } from './wording'

/** Where one arrives after it, and comes from. */
const TABS: Record<string, string> = {
  plan_assessment: 'plan',
  record_assessment_work: 'visits',
  visit_for_assessment: 'visits',
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
  const message = useMessage()
  return (
    <Reading of={read} page>
      {(task) => (
        <Reading of={acts}>
          {(answer) => {
            const line = linesOf(answer, message).find((each) => each.act === act && act in TABS)
            if (!line || !task) return <NotFound />
            return <Act key={act} id={id} act={act} title={line.title} task={task} blocked={line.standing === 'blocked' ? line.obstacles : []} />
          }}
        </Reading>
      )}
    </Reading>
  )
}

interface ActProps {
  id: string
  act: string
  title: string
  task: Task
  blocked: Parameters<typeof ObstacleList>[0]['obstacles']
}

function Act({ id, act: name, title, task, blocked }: ActProps) {
  const words = useTranslations('form')
  const own = useTranslations('assess')
  const navigate = useNavigate()
  const changed = useCaseChanged()
  const names = useNames()
  const choices = useChoices(task)
  const [seen, setSeen] = useState(task.version)
  const tab = TABS[name] ?? 'plan'
  const read = useTask(id)
  const { act, again, sending, error, asked, put } = useAct(() => {
    say(id, words('done', { what: title }))
    void changed(id).then(() => navigate({ to: '/tasks/$id/$tab', params: { id, tab } }))
  })
  const operation = operationOf(name)
  if (!operation) return <NotFound />
  const goOn = async () => {
    const now = await read.refetch()
    setSeen(now.data?.version ?? seen)
    put()
  }
  const type = { t: 'ref' as const, of: operation.body }
  const back = (
    <Link to="/tasks/$id/$tab" params={{ id, tab }}>
      ‹ {own('backToTask')}
    </Link>
  )
  return (
    <>
      <PageHead title={title} tab={title} above={back} below={task.number} />
      <div className="act-page">
        {blocked.length > 0 && <ObstacleList obstacles={blocked} what={title} />}
        <Form
          type={type}
          what={title}
          start={{ ...(startOf(type) as object), ...startOfAct(name, task, Object.keys(names.table('AssessmentTopic'))) }}
          choices={choices}
          error={error}
          sending={sending}
          button={title}
          onSubmit={(body) => void act({ path: operation.path.replace('{case}', id), version: seen, body })}
        />
      </div>
      {asked === 'factor' && <FactorDialog onClose={put} onShown={() => void again()} />}
      {asked === 'merge' && <MergeDialog id={id} seen={seen} onClose={put} onGoOn={() => void goOn()} />}
    </>
  )
}

function startOfAct(act: string, task: Task, topics: string[]): Record<string, unknown> {
  const assessors = task.assessment.assessors.map(({ user }) => user)
  const plan = scoredOf(task)?.plan
  if (act === 'plan_assessment' && plan) return { ...plan }
  if (act === 'record_assessment_work' || act === 'visit_for_assessment') return { assessors }
  if (act === 'submit_report') return { signers: assessors, findings: topics.map((topic) => ({ topic, finding: '' })) }
  return {}
}

function useChoices(task: Task): Record<string, Choice[]> {
  const wording = useWording()
  const scored = scoredOf(task)
  const assessors = task.assessment.assessors.map(({ user, name }) => ({ value: user, title: name }))
  const choices: Record<string, Choice[]> = { '/assessors/-': assessors, '/signers/-': assessors }
  if (!scored) return choices
  const items = (['capability', 'integration'] as const).flatMap((part) => scored.set[part].groups.flatMap((group) => group.items))
  return {
    ...choices,
    '/evidence/-/items/-': items.map(({ code, ask }) => ({ value: code, title: `${code} ${wording(ask)}` })),
  }
}
