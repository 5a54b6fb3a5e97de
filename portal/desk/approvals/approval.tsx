// Everything a leader needs to decide on one page: what is unusual first, then each condition with its proof, what the
// assessment says, the registrar's opinion and the path; the decision stands beside it. There is no batch.
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Bars } from '../../shared/parts/bars'
import { namesOf } from '../case/case-head'
import { Clocks } from '../case/clocks'
import { Parties } from '../case/people'
import { pageQuery, type CasePage, type WholeCase } from '../case/read'
import { useDays } from '../parts/days'
import { Happened } from '../parts/happened'
import { useNames } from '../parts/names'
import { NotFound } from '../parts/not-found'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { Sheet } from '../parts/sheet'
import { Conditions } from './conditions'
import { Decide } from './decide'
import { summaryQuery, type Summary } from './summary'
import { Unusual } from './unusual'

export function Approval() {
  const { id } = useParams({ from: '/approvals/$id' })
  const read = useQuery(pageQuery(id))
  const summary = useQuery(summaryQuery(id))
  return (
    <Reading of={read} page>
      {({ case: view, deadlines }) => {
        if (view.view !== 'whole') return <NotFound />
        // Drawn once, so that the decision does not move when the summary comes.
        return summary.isPending ? <Bars rows={8} small /> : <Page id={id} view={view} summary={summary} deadlines={deadlines} />
      }}
    </Reading>
  )
}

interface PageProps {
  id: string
  view: WholeCase
  summary: UseQueryResult<Summary>
  deadlines: CasePage['deadlines']
}

function Page({ id, view, summary, deadlines }: PageProps) {
  const words = useTranslations('approvals')
  const names = useNames()
  const { adopters, child } = namesOf(view)
  return (
    <>
      <PageHead
        tab={words('one')}
        above={
          <>
            <Link to="/approvals">{words('title')}</Link> › {view.number}
          </>
        }
        title={
          <>
            {adopters.join(words('comma'))}
            <span className="adopts">{words('adopts', { count: adopters.length })}</span>
            {child}
          </>
        }
        below={[names.value('Procedure', view.procedure), names.value('ChildKind', view.kind), words('version', { version: view.version })].join(' · ')}
      />
      <div className="columns">
        <div className="stack">
          <Reading of={summary} rows={8}>
            {(read) => (
              <>
                <Unusual summary={read} />
                <Conditions conditions={read.conditions} />
                {read.assessment && <Assessment assessment={read.assessment} />}
                {read.opinion && <OpinionSheet opinion={read.opinion} />}
                <Path path={read.path} />
              </>
            )}
          </Reading>
        </div>
        <div className="stack side-column">
          <Decide id={id} view={view} />
          {deadlines && <Clocks clocks={deadlines} />}
          <Parties view={view} />
        </div>
      </div>
    </>
  )
}

function Assessment({ assessment }: { assessment: NonNullable<Summary['assessment']> }) {
  const words = useTranslations('approvals')
  const names = useNames()
  const { day } = useDays()
  return (
    <Sheet title={words('assessment')}>
      <div className="body">
        <p className={assessment.conclusion === 'capable' ? 'state done' : 'state bad'}>{names.value('Conclusion', assessment.conclusion)}</p>
        <p className="small quiet">
          {[words('concludedOn', { day: day(assessment.on) }), words('validUntil', { day: day(assessment.valid_until) }), words('visits', { count: assessment.visits }), assessment.filed ? words('filed') : words('notFiled')].join(' · ')}
        </p>
      </div>
    </Sheet>
  )
}

function OpinionSheet({ opinion }: { opinion: NonNullable<Summary['opinion']> }) {
  const words = useTranslations('approvals')
  const { day } = useDays()
  return (
    <Sheet title={words('opinion')} aside={<span className="small quiet">{words('opinionBy', { name: opinion.by, day: day(opinion.on) })}</span>}>
      <p className="body kai opinion">{opinion.text}</p>
    </Sheet>
  )
}

function Path({ path }: { path: Summary['path'] }) {
  const words = useTranslations('approvals')
  return (
    <Sheet title={words('path')}>
      <Happened caption={words('path')} lines={path} />
    </Sheet>
  )
}
