// The figures of the office between two days: by month, kind, source and result, and how long each step takes. What is too
// small to leave the house is withheld by the service.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { readDay } from '../../shared/dates'
import { service, type Schemas } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { ExportButton } from './export'
import { Figures } from './figures'
import { Steps } from './steps'

type Asked = { from?: string; to?: string; outside?: boolean }

export function Statistics() {
  const words = useTranslations('statistics')
  const [asked, setAsked] = useState<Asked>({})
  const figures = useQuery({ queryKey: ['lists', 'statistics', asked], queryFn: () => take(service.GET('/v1/statistics', { params: { query: asked } })) })
  return (
    <>
      <PageHead title={words('title')} tab={words('title')}>
        <ExportButton from={figures.data?.from} to={figures.data?.to} />
      </PageHead>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          const given = new FormData(event.currentTarget)
          const day = (name: string) => readDay(String(given.get(name) ?? ''))
          const [from, to] = [day('from'), day('to')]
          setAsked({ ...(from && { from }), ...(to && { to }), ...(given.get('outside') && { outside: true }) })
        }}
      >
        <label>
          <span>{words('from')}</span>
          <input className="input" name="from" inputMode="numeric" autoComplete="off" placeholder="20260101" />
        </label>
        <label>
          <span>{words('to')}</span>
          <input className="input" name="to" inputMode="numeric" autoComplete="off" placeholder="20261231" />
        </label>
        <label className="choice">
          <input type="checkbox" name="outside" />
          <span>{words('outside')}</span>
        </label>
        <button className="button">{words('show')}</button>
      </form>
      <Reading of={figures} rows={8}>
        {(read) => <Whole figures={read} />}
      </Reading>
    </>
  )
}

function Whole({ figures }: { figures: Schemas['StatisticsAnswer'] }) {
  const words = useTranslations('statistics')
  const names = useNames()
  const { day } = useDays()
  const month = (name: string) => words('month', { year: name.slice(0, 4), month: Number(name.slice(5, 7)) })
  return (
    <div className="stack">
      <p className="quiet">
        {words('between', { from: day(figures.from), to: day(figures.to) })} · {words('total', { count: figures.total ?? words('withheld') })}
      </p>
      <div className="figures">
        <Figures title={words('byMonth')} figures={figures.by_month} nameOf={month} />
        <Figures title={words('byResult')} figures={figures.by_result} nameOf={(name) => words(`results.${name as 'registered'}`)} />
        <Figures title={words('byKind')} figures={figures.by_kind} nameOf={(name) => names.value('ChildKind', name)} />
        <Figures title={words('bySource')} figures={figures.by_source} nameOf={(name) => words(`sources.${name as 'parents'}`)} />
        <Figures title={words('byProcedure')} figures={figures.by_procedure} nameOf={(name) => names.value('Procedure', name)} />
        <Steps steps={figures.steps} />
      </div>
    </div>
  )
}
