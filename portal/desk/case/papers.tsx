// The papers in the file, with what became of each; one that waits leads to where it is looked at beside the facts.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useDays } from '../parts/days'
import { useNames } from '../parts/names'
import { Sheet } from '../parts/sheet'
import type { CaseView } from './read'

const SHAPES: Record<string, string> = { filed: 'going', verified: 'done', rejected: 'bad', void: 'off' }

export function Papers({ id, view }: { id: string; view: CaseView }) {
  const words = useTranslations('case')
  const names = useNames()
  const { day } = useDays()
  if (view.view !== 'whole') return null
  const waiting = view.papers.filter(({ state }) => state.state === 'filed')
  return (
    <Sheet
      title={words('papers')}
      aside={
        <>
          {waiting[0] && (
            <Link to="/cases/$id/papers/$number/verify" params={{ id, number: String(waiting[0].number) }} className="button low">
              {words('verifyAll', { count: waiting.length })}
            </Link>
          )}
          <Link to="/cases/$id/acts/$act" params={{ id, act: 'file_paper' }} className="button low">
            {words('filePaper')}
          </Link>
        </>
      }
    >
      <div className="scroller" role="region" aria-label={words('papers')} tabIndex={0}>
        <table>
          <caption className="unseen">{words('papers')}</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                {words('number')}
              </th>
              <th scope="col">{words('paper')}</th>
              <th scope="col">{words('whose')}</th>
              <th scope="col">{words('filedOn')}</th>
              <th scope="col">{words('state')}</th>
            </tr>
          </thead>
          <tbody>
            {view.papers.map((paper) => (
              <tr key={paper.number}>
                <td className="number">{paper.number}</td>
                <td>
                  <Link to="/cases/$id/papers/$number/verify" params={{ id, number: String(paper.number) }}>
                    {names.value('PaperKind', paper.slot.paper)}
                  </Link>
                </td>
                <td>{paper.slot.party ? names.value('Party', paper.slot.party) : '—'}</td>
                <td className="nowrap">{day(paper.filed_on)}</td>
                <td>
                  <span className={`state ${SHAPES[paper.state.state] ?? ''}`}>{names.value('PaperState', paper.state.state)}</span>
                  {'reason' in paper.state && <p className="small quiet">{paper.state.reason}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {view.papers.length === 0 && <p className="empty">{words('noPapers')}</p>}
    </Sheet>
  )
}
